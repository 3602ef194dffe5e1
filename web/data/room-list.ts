import type { Member } from '#model/member.ts';
import { asRoom, type Room } from '#model/room.ts';

/** A room a person can see; `role` is absent where they are no member. */
export type RoomEntry = {
  readonly id: string;
  readonly room: Room;
  readonly role: Member['role'] | undefined;
};

export type Rooms =
  | { readonly state: 'loading' | 'failed' }
  | {
      readonly state: 'ready';
      readonly entries: readonly RoomEntry[];
      /** Documents that no guard could name. */
      readonly unreadable: number;
      /** The server has said that there are no others. */
      readonly complete: boolean;
    };

/** Names rooms' data, sorts them, and counts what cannot be named. */
export const roomEntries = (
  found: ReadonlyMap<string, unknown>,
  roles: ReadonlyMap<string, Member['role']>,
): { entries: RoomEntry[]; unreadable: number } => {
  const entries: RoomEntry[] = [];
  for (const [id, data] of found) {
    const room = asRoom(data);
    if (room.ok) entries.push({ id, room: room.value, role: roles.get(id) });
  }
  entries.sort((a, b) => a.room.name.localeCompare(b.room.name, undefined, { numeric: true }));
  return { entries, unreadable: found.size - entries.length };
};

/** Where somebody goes who has not said where to: where they were, the first of their rooms, the only one there is. */
export const firstRoom = (entries: readonly RoomEntry[], last: string | undefined): string | undefined => {
  const mine = entries.filter(({ role }) => role !== undefined);
  const there = mine.find(({ id }) => id === last) ?? mine[0];
  if (there) return there.id;
  return entries.length === 1 ? entries[0]?.id : undefined;
};
