import { create, type Effect, SERVER_TIME, type Work } from '../model/effect.ts';
import { inboxPath } from '../model/inbox.ts';
import type { Link } from '../model/link.ts';
import { LOOK, type Look } from '../model/look.ts';
import type { Found, Reading } from './reading.ts';
import type { UnlessTaken } from './taking.ts';
import { unmarkedIn } from './unmarked.ts';

const MINUTE = 60_000;
/** Milliseconds after which a channel is looked through for what Slack did not tell. */
const HEARD_AGO = 10 * MINUTE;
const BEGINNING = new Date(0);
/** Channels that are seen at a time, and how often a run goes on to the next ones. */
const PAGE = 50;
const PAGES = 20;
/** Channels that are asked to be looked through in a run: Slack takes fifty calls a minute. https://docs.slack.dev/apis/web-api/rate-limits */
const LOOKS = 10;
/** Milliseconds that it is kept that a channel was looked through. */
const LOOK_KEPT = 24 * 60 * MINUTE;

/**
 * Compares rooms with their channels that were not compared for a while: asks for a look at what Slack keeps, and marks what it lacks of
 * what was said up to a time. A look that was asked for and is still to be had is not asked for again: where looks take longer than they
 * should, they are not more. Rooms that Slack refused something are in nobody's way: they come after the others.
 */
export async function* compareRooms(
  store: Pick<Reading, 'linksUnheard' | 'messagesSince' | 'mirror'>,
  { now, to }: { readonly now: Date; readonly to: Date },
  unlessTaken: UnlessTaken,
): Work {
  let left = LOOKS;
  for (const link of await inTurn(store, new Date(now.getTime() - HEARD_AGO))) {
    if (left === 0) return;
    if ((yield* unlessTaken(lookAt(link, now))) !== 'done') continue;
    left -= 1;
    for await (const effect of unmarkedIn(store, link, to)) yield* unlessTaken(effect);
  }
}

/** The links that are to be looked at, as far as a run needs them: those that Slack refused something last, however many they are. */
async function inTurn(store: Pick<Reading, 'linksUnheard'>, before: Date): Promise<Found<Link>[]> {
  const [well, refused]: [Found<Link>[], Found<Link>[]] = [[], []];
  let after = BEGINNING;
  for (let n = 0; n < PAGES && well.length < PAGE; n += 1) {
    const page = await store.linksUnheard(after, before, PAGE);
    for (const link of page) (link.value.error === undefined ? well : refused).push(link);
    after = page.at(-1)?.value.heard ?? before;
    if (page.length < PAGE) break;
  }
  return [...well, ...refused];
}

/** Its id says from which minute on the channel was not heard, and at which try: one that Slack refused is tried again after a while. */
function lookAt({ id: room, value: { team, channel, heard } }: Found<Link>, now: Date): Effect {
  const from = Math.floor(heard.getTime() / MINUTE);
  const nth = String(Math.floor(now.getTime() / HEARD_AGO) % 10_000).padStart(4, '0');
  const asked: Look = { type: LOOK, room, team, channel };
  return create(inboxPath(`look-${room}-${from}${nth}`), {
    team,
    app: 'sweep',
    type: LOOK,
    body: JSON.stringify(asked),
    received: SERVER_TIME,
    expires: new Date(now.getTime() + LOOK_KEPT),
    state: 'received',
  });
}
