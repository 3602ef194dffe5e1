import { type ReadonlySignal, signal } from '@preact/signals';
import {
  collection,
  collectionGroup,
  type DocumentSnapshot,
  doc,
  limit,
  query,
  where,
} from 'firebase/firestore';
import { asMember, type Member, membersGroup } from '#model/member.ts';
import { roomPath, roomsPath } from '#model/room.ts';
import { LIVE, listenToAll, listenToOne } from './listen.ts';
import { plain } from './plain.ts';
import { type Rooms, roomEntries } from './room-list.ts';
import type { SignedIn } from './session.ts';
import { store } from './store.ts';

export type OpenedRooms = { readonly rooms: ReadonlySignal<Rooms>; readonly close: () => void };

/** Rooms and memberships a list may ask for at once. */
const MOST = 50;

/** A document as the guards expect it; a time that the server has yet to give is this browser's. */
const dataOf = (snapshot: DocumentSnapshot): unknown =>
  plain(snapshot.data({ serverTimestamps: 'estimate' }));

/** Whether the server has taken a membership: its time of joining is the server's to give. */
const hasJoined = (snapshot: DocumentSnapshot): boolean => snapshot.get('joined') !== null;

/** Follows the open rooms (for a guest, those that take guests), and those of this person. */
export const openRooms = ({ uid, guest }: Pick<SignedIn, 'uid' | 'guest'>): OpenedRooms => {
  const rooms = signal<Rooms>({ state: 'loading' });
  let open: ReadonlyMap<string, unknown> | undefined;
  let roles: ReadonlyMap<string, Member['role']> | undefined;
  const closed = new Map<string, { stop: () => void; data?: unknown; heard: boolean }>();
  const fromServer = { open: false, members: false };

  const show = (): void => {
    if (!open || !roles) return;
    const found = new Map(open);
    for (const [id, { data }] of closed) if (data !== undefined) found.set(id, data);
    const complete =
      fromServer.open && fromServer.members && [...closed.values()].every(({ heard }) => heard);
    rooms.value = { state: 'ready', ...roomEntries(found, roles), complete };
  };
  const fail = (): void => {
    rooms.value = { state: 'failed' };
  };

  /** A room of mine that is not among the open ones is read by itself. Until then it is what it was, if it has just been closed. */
  const follow = (id: string, known: unknown): void => {
    const heard = (data: unknown): void => {
      const entry = closed.get(id);
      if (entry) closed.set(id, { ...entry, data, heard: true });
      show();
    };
    closed.set(id, { stop: () => undefined, data: known, heard: false });
    const stop = listenToOne(
      doc(store, roomPath(id)),
      (snapshot) => heard(dataOf(snapshot)),
      () => heard(undefined),
    );
    closed.set(id, { ...closed.get(id), stop, heard: closed.get(id)?.heard ?? false });
  };
  const change = (before = open): void => {
    if (!open || !roles) return;
    for (const id of roles.keys()) if (!open.has(id) && !closed.has(id)) follow(id, before?.get(id));
    for (const [id, { stop }] of closed) {
      if (roles.has(id) && !open.has(id)) continue;
      stop();
      closed.delete(id);
    }
    show();
  };

  const stopOpen = listenToAll(
    query(
      collection(store, roomsPath),
      where('visibility', '==', 'open'),
      ...(guest ? [where('guests', '==', true)] : []),
      limit(MOST),
    ),
    (page) => {
      const before = open;
      open = new Map(page.docs.map((room) => [room.id, dataOf(room)]));
      fromServer.open ||= !page.metadata.fromCache;
      change(before);
    },
    fail,
    LIVE,
  );
  const stopMembers = listenToAll(
    query(collectionGroup(store, membersGroup), where('person', '==', uid), limit(MOST)),
    (page) => {
      const now = new Map<string, Member['role']>();
      for (const snapshot of page.docs) {
        const room = snapshot.ref.parent.parent?.id;
        const member = asMember(dataOf(snapshot));
        // A membership that the server has yet to take opens nothing: the room would be refused. One that merely changes,
        // as it does with all that is sent, stays open.
        if (room && member.ok && hasJoined(snapshot)) now.set(room, member.value.role);
      }
      roles = now;
      fromServer.members ||= !page.metadata.fromCache;
      change();
    },
    fail,
    LIVE,
  );

  const close = (): void => {
    stopOpen();
    stopMembers();
    for (const { stop } of closed.values()) stop();
  };
  return { rooms, close };
};
