import type { Firestore } from 'firebase-admin/firestore';
import { type Link, linkPath } from '#model/link.ts';
import { type Member, memberPath } from '#model/member.ts';
import { type Room, roomPath } from '#model/room.ts';
import type { Control } from '../../scripts/client/slack-control.ts';
import { ACCOUNTS } from '../../scripts/seed/accounts.ts';
import { LOBBY_CHANNEL } from '../../scripts/seed/documents.ts';

/** A room and its channel: where one schedule's conversation takes place. */
export type Place = { readonly room: string; readonly channel: string; readonly reply: 'always' | 'off' };

/** Those of a schedule: in one room everybody is answered, in the other nobody, as in the simulation. */
export const placesOf = (schedule: number): readonly Place[] => [
  { room: `faults${schedule}a`, channel: `C0FAULTS${schedule}A`, reply: 'always' },
  { room: `faults${schedule}b`, channel: `C0FAULTS${schedule}B`, reply: 'off' },
];

/** Makes rooms, their channels and the links between them, with everybody in them. */
export async function furnish(
  firestore: Firestore,
  control: Control,
  places: readonly Place[],
): Promise<void> {
  await openRooms(firestore, control, places);
  await linkRooms(firestore, places);
}

/** Makes rooms with everybody in them, and their channels. */
export async function openRooms(
  firestore: Firestore,
  control: Control,
  places: readonly Place[],
): Promise<void> {
  const long = longAgo();
  const owner = ACCOUNTS[0].sub;
  const batch = firestore.batch();
  for (const { room, channel, reply } of places) {
    const about: Room = {
      name: room,
      visibility: 'open',
      reply,
      guests: true,
      owners: [owner],
      created: long,
      changed: long,
    };
    batch.set(firestore.doc(roomPath(room)), about);
    for (const { sub } of ACCOUNTS) {
      const member: Member = { person: sub, role: sub === owner ? 'owner' : 'member', joined: long };
      batch.set(firestore.doc(memberPath(room, sub)), member);
    }
    await control('POST', 'channels', { id: channel, name: room, is_member: true });
  }
  await batch.commit();
}

/** Ties each room to its channel, as if that had been done an hour ago. */
export async function linkRooms(firestore: Firestore, places: readonly Place[]): Promise<void> {
  const long = longAgo();
  const batch = firestore.batch();
  for (const { room, channel } of places) {
    const link: Link = {
      team: LOBBY_CHANNEL.team,
      channel,
      mode: 'channel',
      lease: { number: 0, held: false, since: long },
      pause: { since: long, seconds: 0 },
      settled: long,
      heard: long,
    };
    batch.set(firestore.doc(linkPath(room)), link);
  }
  await batch.commit();
}

const longAgo = (): Date => new Date(Date.now() - 3_600_000);
