import type { Link } from '../model/link.ts';
import { isMirrorable, type Message } from '../model/message.ts';
import { isSettled, type Mirror } from '../model/mirror.ts';
import type { Found, Reading } from './reading.ts';

/** Messages looked at in one turn, and mirrors worked off in it. */
const WINDOW = 50;
const BATCH = 20;

/** A mirror to settle, and its message as it was when the queue was read; an old one was not read. */
export type Due = { readonly mirror: Mirror; readonly message: Message | undefined };

/** What a room's turn has before it. */
export type RoomQueue = {
  /** What is to be settled now, in the room's order. */
  readonly due: readonly Due[];
  /** How far everything is dealt with, once the mirrors of these messages are settled too. */
  settledWith(messages: ReadonlySet<string>): Date;
};

/**
 * Reads what a room's turn has before it.
 *
 * Marks may come out of order: a message that has none yet holds back all that were written after it, until its own mark
 * comes (and brings a turn of its own). So the messages have to be read no earlier than those that are due were written.
 */
export async function readQueue(
  store: Pick<Reading, 'messagesSince' | 'mirrorsDue' | 'mirrorsSince'>,
  room: string,
  link: Link,
): Promise<RoomQueue> {
  const windowOf = () => store.messagesSince(room, link.settled, WINDOW);
  const [wanted, early] = await Promise.all([store.mirrorsDue(room, BATCH), windowOf()]);
  const window = isAllIn(early, wanted, link.settled) ? early : await windowOf();
  const messages = new Map(window.map(({ id, value }) => [id, value]));
  const isWanted = new Set(wanted.map(({ message }) => message));
  const others = window.filter(({ id, value }) => isMirrorable(value) && !isWanted.has(id));
  const marks = others.length === 0 ? [] : await store.mirrorsSince(room, link.settled, WINDOW);
  const settled = new Set(marks.filter(isSettled).map(({ message }) => message));

  // One that was marked while we read is not among the due: it holds back as one without a mark does.
  const waiting = others.find(({ id }) => !settled.has(id))?.value.at;
  const seen = window.length === WINDOW ? window.at(-1)?.value.at : undefined;
  return {
    due: wanted
      .filter(({ at }) => (!waiting || at < waiting) && (!seen || at <= seen))
      .map((mirror) => ({ mirror, message: messages.get(mirror.message) })),
    settledWith: (messages) => lastBefore(window, link.settled, (id) => settled.has(id) || messages.has(id)),
  };
}

/** Whether the messages were read no earlier than those that are wanted were written: as far as they reach, they are there. */
function isAllIn(window: readonly Found<Message>[], wanted: readonly Mirror[], settled: Date): boolean {
  const there = new Set(window.map(({ id }) => id));
  const end = window.length === WINDOW ? window.at(-1)?.value.at : undefined;
  return wanted.every(
    ({ message, at }) => at <= settled || there.has(message) || (end !== undefined && at > end),
  );
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
