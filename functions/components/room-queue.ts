import type { Link } from '../model/link.ts';
import { isMirrorable, type Message } from '../model/message.ts';
import { isSettled, type Mirror } from '../model/mirror.ts';
import type { Found, Reading } from './reading.ts';

/** Messages looked at in one turn, and mirrors worked off in it. */
const WINDOW = 50;
const BATCH = 20;

/** What a room's turn has before it. */
export type RoomQueue = {
  /** Mirrors to settle now, in the room's order. */
  readonly due: readonly Mirror[];
  /** How far everything is dealt with, once the mirrors of these messages are settled too. */
  settledWith(messages: ReadonlySet<string>): Date;
};

/**
 * Reads what a room's turn has before it.
 *
 * Marks may come out of order: a message that has none yet holds back all that were written after it, until its own mark
 * comes (and brings a turn of its own). What is due is read before the messages are, so that none of them can be missing
 * that was written before what is due.
 */
export async function readQueue(
  store: Pick<Reading, 'messagesSince' | 'mirrorsDue' | 'mirrorsSince'>,
  room: string,
  link: Link,
): Promise<RoomQueue> {
  const wanted = await store.mirrorsDue(room, BATCH);
  const window = await store.messagesSince(room, link.settled, WINDOW);
  const isWanted = new Set(wanted.map(({ message }) => message));
  const others = window.filter(({ id, value }) => isMirrorable(value) && !isWanted.has(id));
  const marks = others.length === 0 ? [] : await store.mirrorsSince(room, link.settled, WINDOW);
  const settled = new Set(marks.filter(isSettled).map(({ message }) => message));

  // One that was marked while we read is not among the due: it holds back as one without a mark does.
  const waiting = others.find(({ id }) => !settled.has(id))?.value.at;
  const seen = window.length === WINDOW ? window.at(-1)?.value.at : undefined;
  return {
    due: wanted.filter(({ at }) => (!waiting || at < waiting) && (!seen || at <= seen)),
    settledWith: (messages) => lastBefore(window, link.settled, (id) => settled.has(id) || messages.has(id)),
  };
}

/** The time of the last message before the first that Slack still lacks. */
function lastBefore(window: readonly Found<Message>[], start: Date, isDone: (id: string) => boolean): Date {
  let last = start;
  for (const { id, value } of window) {
    if (isMirrorable(value) && !isDone(id)) break;
    last = value.at;
  }
  return last;
}
