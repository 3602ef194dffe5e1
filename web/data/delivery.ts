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
import { asLink, type Link, linkPath } from '#model/link.ts';
import { asMirror, isSettled, type Mirror, mirrorsPath } from '#model/mirror.ts';
import { type Delivery, deliveryOf } from './delivered.ts';
import { listenToAll } from './listen.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** Milliseconds after which somebody may have learnt what holds up a message that waits. */
const ASK_AGAIN = 20_000;

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

/** Follows them: the newest as soon as the room turns out to be linked, older ones as they are asked for. */
export const openDeliveries = (room: string, isGuest: boolean): Deliveries => {
  const link = signal<Link | undefined>(undefined);
  const mirrors = signal<ReadonlyMap<string, Mirror>>(new Map());
  const stops: (() => void)[] = [];
  let oldest: QueryDocumentSnapshot | undefined;
  let asked = new Date();
  let closed = false;

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

  // The link changes with every turn of its room, so it is not listened to: it is asked for, and again while something waits.
  const take = (fields: unknown): void => {
    const seen = asLink(plain(fields));
    link.value = seen.ok ? seen.value : undefined;
    if (seen.ok && stops.length === 0 && !closed) listen();
  };
  const ask = (): void => {
    getDoc(doc(store, linkPath(room))).then((snapshot) => take(snapshot.data()), fail);
  };
  ask();
  const timer = setInterval(() => {
    if ([...mirrors.value.values()].some((mirror) => !isSettled(mirror))) ask();
  }, ASK_AGAIN);
  const all = computed(() => {
    const tie = link.value;
    const known = tie ? [...mirrors.value] : [];
    return new Map(
      known.flatMap(([message, mirror]) => {
        const delivery = tie && deliveryOf(mirror, tie, isGuest);
        return delivery ? [[message, delivery] as const] : [];
      }),
    );
  });
  const close = (): void => {
    closed = true;
    clearInterval(timer);
    for (const stop of stops) stop();
  };
  return { all, reach, close };
};
