import { type DocumentSnapshot, doc } from 'firebase/firestore';
import { roomPath } from '#model/room.ts';
import { listenToOne } from './listen.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** A document as the guards expect it; a time that the server has yet to give is this browser's. */
export const dataOf = (snapshot: DocumentSnapshot): unknown =>
  plain(snapshot.data({ serverTimestamps: 'estimate' }));

type Single = {
  readonly isMine: boolean;
  readonly stop: () => void;
  readonly data?: unknown;
  readonly heard: boolean;
};

/** Rooms that are followed by themselves, because no list has them. */
export type SingleRooms = {
  /** Follows these and no others. `known`: what a room of mine was until now, for as long as it is not heard. */
  readonly follow: (
    rooms: ReadonlyMap<string, { readonly isMine: boolean }>,
    known: (room: string) => unknown,
  ) => void;
  /** Those that can be read, by their ids. */
  readonly found: () => readonly (readonly [string, unknown])[];
  /** Whether all of them have been heard or refused. */
  readonly isComplete: () => boolean;
  readonly close: () => void;
};

export const openSingleRooms = (changed: () => void): SingleRooms => {
  const singles = new Map<string, Single>();
  const hear = (room: string, data: unknown): void => {
    const single = singles.get(room);
    if (single) singles.set(room, { ...single, data, heard: true });
    changed();
  };
  const end = (room: string): void => {
    singles.get(room)?.stop();
    singles.delete(room);
  };
  const begin = (room: string, isMine: boolean, data: unknown): void => {
    singles.set(room, { isMine, stop: () => undefined, data, heard: false });
    const stop = listenToOne(
      doc(store, roomPath(room)),
      (snapshot) => hear(room, dataOf(snapshot)),
      () => hear(room, undefined),
    );
    singles.set(room, { isMine, data, heard: false, ...singles.get(room), stop });
  };
  return {
    follow: (rooms, known) => {
      for (const room of singles.keys()) if (!rooms.has(room)) end(room);
      for (const [room, { isMine }] of rooms) {
        const single = singles.get(room);
        // What was refused to a stranger is not to a member: it is asked for anew.
        if (single && single.isMine === isMine) continue;
        end(room);
        begin(room, isMine, isMine ? (single?.data ?? known(room)) : undefined);
      }
    },
    found: () =>
      [...singles].flatMap(([room, { data }]) => (data === undefined ? [] : [[room, data] as const])),
    isComplete: () => [...singles.values()].every(({ heard }) => heard),
    close: () => {
      for (const room of singles.keys()) end(room);
    },
  };
};
