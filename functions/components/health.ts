import { isPaused } from '../model/link.ts';
import { AT_ONCE, type Health } from '../model/operation.ts';
import type { Reading } from './reading.ts';

/** Counts what waits, room by room. */
export async function health(
  store: Pick<
    Reading,
    'deadLettersOpen' | 'eventsPassedOver' | 'links' | 'mirrorsWaiting' | 'reactionMirrorsWaiting'
  >,
  now: Date,
): Promise<Health> {
  const [links, messages, reactions, letters, events] = await Promise.all([
    store.links(AT_ONCE),
    store.mirrorsWaiting(now, AT_ONCE),
    store.reactionMirrorsWaiting(now, AT_ONCE),
    store.deadLettersOpen(AT_ONCE),
    store.eventsPassedOver(AT_ONCE),
  ]);
  const waiting = [...messages, ...reactions];
  return {
    links: links.map(({ id: room, value }) => ({
      room,
      channel: value.channel,
      ...(value.thread !== undefined && { thread: value.thread }),
      waiting: waiting.filter((one) => one.room === room).length,
      paused: isPaused(value, now),
      ...(value.error !== undefined && { error: value.error }),
    })),
    deadLetters: letters.length,
    passedOver: counted(events.map(({ value }) => value.reason ?? value.state)),
    more: [links, messages, reactions, letters].some(({ length }) => length === AT_ONCE),
  };
}

/** How often each comes, the most frequent first. */
function counted(reasons: readonly string[]): Health['passedOver'] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}
