import type { Reading } from './reading.ts';

/** Rooms of each kind in one run. Where Slack cannot be served in more of them at once, those behind them have to wait for that. */
const ROOMS = 200;

/**
 * The rooms in which something waits for Slack since before then, each once. They are asked for one after the other: among all that waits,
 * nothing would be seen but what waits in a room that Slack is closed to, as soon as that is much.
 */
export async function* waitingRooms(
  store: Pick<Reading, 'nextMirrorWaiting' | 'nextReactionMirrorWaiting'>,
  before: Date,
): AsyncGenerator<string> {
  const found = new Set<string>();
  for (const next of [store.nextMirrorWaiting, store.nextReactionMirrorWaiting]) {
    let after = '';
    for (let n = 0; n < ROOMS; n += 1) {
      const oldest = await next(after);
      if (!oldest) break;
      after = oldest.room;
      if (oldest.at >= before || found.has(after)) continue;
      found.add(after);
      yield after;
    }
  }
}
