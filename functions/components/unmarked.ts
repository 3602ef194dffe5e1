import { type Effect, enqueue } from '../model/effect.ts';
import type { Posted } from '../model/event.ts';
import type { Link } from '../model/link.ts';
import { isMirrorable } from '../model/message.ts';
import { abreast } from './abreast.ts';
import { mark } from './mirror.ts';
import type { Found, Reading } from './reading.ts';

/** Messages that are compared at a time, and how often. */
const PAGE = 50;
const PAGES = 4;

/** The mark of a message that Slack should show, if it has none. */
export async function missingMark(
  { mirror }: Pick<Reading, 'mirror'>,
  posted: Posted,
): Promise<Effect | undefined> {
  return (await mirror(posted.room, posted.id)) ? undefined : mark(posted);
}

/**
 * The marks that a room's messages up to a time lack, from as far as Slack has them all: a message without one holds back all that were
 * written after it, however long ago that was.
 */
export async function* unmarkedIn(
  store: Pick<Reading, 'messagesSince' | 'mirror'>,
  { id: room, value: link }: Found<Link>,
  to: Date,
): AsyncGenerator<Effect> {
  let start = link.settled;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await store.messagesSince(room, start, PAGE);
    const said = found.filter(({ value }) => value.at <= to);
    const posted = said.map(({ id, value }) => ({ room, id, message: value }));
    const shown = posted.filter(({ message }) => isMirrorable(message));
    for await (const missing of abreast(shown, (one) => missingMark(store, one))) if (missing) yield missing;
    const last = said.at(-1);
    if (!last || said.length < PAGE) return;
    start = last.value.at;
  }
  // The rest is further on: the room's turn goes on from what needs nothing, and the next look from there.
  yield enqueue('slackPost', { room });
}
