import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { collection, collectionGroup, type DocumentSnapshot, query, where } from 'firebase/firestore';
import { asMember, type Member, membersGroup } from '#model/member.ts';
import { isRoomId, roomsPath } from '#model/room.ts';
import { LIVE } from './listen.ts';
import { followPages } from './pages.ts';
import { type Rooms, roomEntries } from './room-list.ts';
import type { SignedIn } from './session.ts';
import { dataOf, openSingleRooms } from './single-rooms.ts';
import { store } from './store.ts';

export type OpenedRooms = {
  readonly rooms: ReadonlySignal<Rooms>;
  /** Lists more of the open rooms, where there are more. */
  readonly more: ReadonlySignal<(() => void) | undefined>;
  /** Finds this room, too, if it can be one, which somebody came to by its address: the list of the open ones may end before it. */
  readonly seek: (room: string) => void;
  readonly close: () => void;
};

/** Whether the server has taken a membership: its time of joining is the server's to give. */
const hasJoined = (snapshot: DocumentSnapshot): boolean => snapshot.get('joined') !== null;

/** Follows the open rooms (for a guest, those that take guests), a page at a time, and all those of this person. */
export const openRooms = ({ uid, guest }: Pick<SignedIn, 'uid' | 'guest'>): OpenedRooms => {
  const rooms = signal<Rooms>({ state: 'loading' });
  const isMore = signal(false);
  let open: ReadonlyMap<string, unknown> | undefined;
  let roles: ReadonlyMap<string, Member['role']> | undefined;
  let sought: string | undefined;
  const fromServer = { open: false, members: false };

  const show = (): void => {
    if (!open || !roles) return;
    const found = new Map([...open, ...singles.found()]);
    const complete = fromServer.open && fromServer.members && singles.isComplete();
    rooms.value = { state: 'ready', ...roomEntries(found, roles), complete };
  };
  const singles = openSingleRooms(show);
  const fail = (): void => {
    rooms.value = { state: 'failed' };
  };

  /** A room of mine that is not among the open ones is read by itself. Until then it is what it was, if it has just been closed. */
  const change = (before = open): void => {
    if (!open || !roles) return;
    const alone = new Map<string, { isMine: boolean }>();
    for (const id of [...roles.keys(), ...(sought === undefined ? [] : [sought])])
      if (!open.has(id)) alone.set(id, { isMine: roles.has(id) });
    singles.follow(alone, (id) => before?.get(id));
    show();
  };

  const openPages = followPages(
    query(
      collection(store, roomsPath),
      where('visibility', '==', 'open'),
      ...(guest ? [where('guests', '==', true)] : []),
    ),
    1,
    (listing) => {
      const before = open;
      open = new Map(listing.docs.map((room) => [room.id, dataOf(room)]));
      fromServer.open ||= listing.isServers;
      isMore.value = listing.isMore;
      change(before);
    },
    fail,
    LIVE,
  );
  const memberPages = followPages(
    query(collectionGroup(store, membersGroup), where('person', '==', uid)),
    Number.POSITIVE_INFINITY,
    (listing) => {
      const now = new Map<string, Member['role']>();
      for (const snapshot of listing.docs) {
        const room = snapshot.ref.parent.parent?.id;
        const member = asMember(dataOf(snapshot));
        // A membership that the server has yet to take opens nothing: the room would be refused. One that merely changes,
        // as it does with all that is sent, stays open.
        if (room && member.ok && hasJoined(snapshot)) now.set(room, member.value.role);
      }
      roles = now;
      fromServer.members ||= listing.isServers;
      change();
    },
    fail,
    LIVE,
  );

  return {
    rooms,
    more: computed(() => (isMore.value ? openPages.more : undefined)),
    seek: (room) => {
      sought = isRoomId(room) ? room : undefined;
      change();
    },
    close: () => {
      openPages.stop();
      memberPages.stop();
      singles.close();
    },
  };
};
