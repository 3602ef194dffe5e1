import { isPaused } from '../model/link.ts';
import { AT_ONCE, type Health } from '../model/operation.ts';
import type { Reading } from './reading.ts';

/** Counts what waits, room by room. */
export async function health(
  store: Pick<Reading, 'deadLettersOpen' | 'links' | 'mirrorsWaiting'>,
  now: Date,
): Promise<Health> {
  const [links, waiting, letters] = await Promise.all([
    store.links(AT_ONCE),
    store.mirrorsWaiting(now, AT_ONCE),
    store.deadLettersOpen(AT_ONCE),
  ]);
  return {
    links: links.map(({ id: room, value }) => ({
      room,
      channel: value.channel,
      waiting: waiting.filter((mirror) => mirror.room === room).length,
      paused: isPaused(value, now),
      ...(value.error !== undefined && { error: value.error }),
    })),
    deadLetters: letters.length,
    more: [links, waiting, letters].some(({ length }) => length === AT_ONCE),
  };
}
