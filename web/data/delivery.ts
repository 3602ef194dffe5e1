import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  collection,
  doc,
  getDoc,
  limit,
  orderBy,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  query,
  startAfter,
  where,
} from 'firebase/firestore';
import { PAGE_SIZE } from '#model/limits.ts';
import { asLink, linkPath } from '#model/link.ts';
import { asMirror, isSettled, type Mirror, mirrorsPath } from '#model/mirror.ts';
import { type Delivery, deliveryOf } from './delivered.ts';
import { listenToAll } from './listen.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';
import { openTie } from './tie.ts';

/** How far a room's messages are on their way to Slack. */
export type Deliveries = {
  /** By the message's id; empty where the room is not linked. */
  readonly all: ReadonlySignal<ReadonlyMap<string, Delivery>>;
  /** Asks for those of messages from this time on, where they are not known yet. */
  readonly reach: (from: Date) => void;
  readonly close: () => void;
};

const named = (snapshot: QueryDocumentSnapshot): Mirror | undefined => {
  const mirror = asMirror(plain(snapshot.data({ serverTimestamps: 'estimate' })));
  return mirror.ok ? mirror.value : undefined;
};

/** Follows them, whether the room is linked by now or only later: the newest at once, older ones as they are asked for. */
export const openDeliveries = (room: string, isGuest: boolean): Deliveries => {
  const mirrors = signal<ReadonlyMap<string, Mirror>>(new Map());
  const stops: (() => void)[] = [];
  let oldest: QueryDocumentSnapshot | undefined;
  let asked = new Date();
  let closed = false;
  const tie = openTie(
    async () => {
      const link = asLink(plain((await getDoc(doc(store, linkPath(room)))).data()));
      return link.ok ? link.value : undefined;
    },
    () => [...mirrors.value.values()].some((mirror) => !isSettled(mirror)),
  );

  // Whoever may not see them, or any more, sees none; the room itself says that it is closed to them.
  const fail = (): void => {
    mirrors.value = new Map();
  };
  const listen = (...before: QueryConstraint[]): void => {
    oldest = undefined;
    const ofRoom = query(
      collection(store, mirrorsPath),
      where('room', '==', room),
      orderBy('at', 'desc'),
      ...before,
      limit(PAGE_SIZE),
    );
    const nth = stops.length;
    stops.push(
      listenToAll(
        ofRoom,
        ({ docs, size }) => {
          const known = docs.flatMap((one) => named(one) ?? []);
          mirrors.value = new Map([...mirrors.value, ...known.map((one) => [one.message, one] as const)]);
          // Marks are made in rooms that are linked: this one may be so by now.
          if (known.length > 0 && !tie.link.peek()) void tie.ask();
          if (nth !== stops.length - 1) return;
          oldest = size === PAGE_SIZE ? docs.at(-1) : undefined;
          reach(asked);
        },
        fail,
      ),
    );
  };
  const reach = (from: Date): void => {
    if (from < asked) asked = from;
    const last = oldest && named(oldest);
    if (oldest && last && last.at > asked) listen(startAfter(oldest));
  };

  const begin = async (): Promise<void> => {
    await tie.ask();
    if (!closed) listen();
  };
  void begin();
  const all = computed(() => {
    const link = tie.link.value;
    const known = link ? [...mirrors.value] : [];
    return new Map(
      known.flatMap(([message, mirror]) => {
        const delivery = link && deliveryOf(mirror, link, isGuest);
        return delivery ? [[message, delivery] as const] : [];
      }),
    );
  });
  const close = (): void => {
    closed = true;
    tie.close();
    for (const stop of stops) stop();
  };
  return { all, reach, close };
};
