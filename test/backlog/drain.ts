import type { App } from 'firebase-admin/app';
import { type Firestore, getFirestore, type Timestamp } from 'firebase-admin/firestore';
import { getFunctions } from 'firebase-admin/functions';
import { linkPath } from '#model/link.ts';
import { messagesPath } from '#model/message.ts';
import { REGION } from '../../scripts/stack/project.ts';
import { linkRooms, type Place } from '../faults/rooms.ts';

export type Draining = {
  /** Rooms that have turns at the same time: a worker each. */
  readonly together: number;
  /** Milliseconds until it is taken for stuck. */
  readonly patience: number;
  /** Done at each look. */
  readonly look?: () => void;
  /** Done when a minute has brought nothing: what every minute brings on the platform. */
  readonly sweep: () => Promise<void>;
  readonly signal: AbortSignal;
};

/** Milliseconds between two looks at the links, and without any progress until the sweep comes. */
const LOOK = 500;
const MINUTE = 60_000;

/**
 * Ties rooms to their channels, gives them turns, and waits until each says of itself that all of it has been dealt with.
 * Resolves with the milliseconds that took; with nothing when it took too long.
 */
export async function drain(
  app: App,
  places: readonly Place[],
  { together, patience, look, sweep, signal }: Draining,
): Promise<number | undefined> {
  const firestore = getFirestore(app);
  const ends = await Promise.all(places.map(({ room }) => lastIn(firestore, room)));
  const links = places.map(({ room }) => firestore.doc(linkPath(room)));
  const queue = getFunctions(app).taskQueue(`locations/${REGION}/functions/slackPost`);
  const began = performance.now();
  await linkRooms(firestore, places);
  const waiting = places.map(({ room }) => room);
  let seen = { reached: 0, at: began };
  while (performance.now() - began < patience) {
    signal.throwIfAborted();
    const there = await firestore.getAll(...links);
    const isDone = (link: FirebaseFirestore.DocumentSnapshot, nth: number): boolean =>
      link.get('lease.held') === false && millis(link, 'settled') >= (ends[nth] ?? 0);
    const done = there.filter(isDone).length;
    if (done === places.length) return performance.now() - began;
    const atWork = places.length - waiting.length - done;
    for (const room of waiting.splice(0, Math.max(0, together - atWork))) {
      await queue.enqueue({ room });
      // Queues deliver at least once: a third of the rooms, the first among them, is given its turn twice.
      if (places.findIndex((place) => place.room === room) % 3 === 0) await queue.enqueue({ room });
    }
    const reached = there.reduce((sum, link) => sum + millis(link, 'settled'), 0);
    if (reached > seen.reached) seen = { reached, at: performance.now() };
    if (performance.now() - seen.at > MINUTE) {
      seen = { reached, at: performance.now() };
      await sweep();
    }
    look?.();
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return undefined;
}

/** When the last message of a room was said (milliseconds since 1970). */
async function lastIn(firestore: Firestore, room: string): Promise<number> {
  const { docs } = await firestore.collection(messagesPath(room)).orderBy('at', 'desc').limit(1).get();
  const [last] = docs;
  if (!last) throw new Error(`Nothing was said in ${room}.`);
  return millis(last, 'at');
}

const millis = (document: FirebaseFirestore.DocumentSnapshot, field: string): number =>
  (document.get(field) as Timestamp).toMillis();
