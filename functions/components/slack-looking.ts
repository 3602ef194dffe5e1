import { Refused, update, type Work } from '../model/effect.ts';
import { type Link, linkPath } from '../model/link.ts';
import type { Look } from '../model/look.ts';
import { type Message, slackOrigin } from '../model/message.ts';
import type { Kept } from '../slack/kept.ts';
import type { Slack } from '../slack/port.ts';
import { dateOf, timestampOf } from '../slack/timestamp.ts';
import { type Stretch, stretchOf, threadStretchOf } from './channel-history.ts';
import { type HearersPorts, hearersOf } from './hearers.ts';
import { goneIn, type MissingPorts, newsOf } from './missing.ts';
import { feelAnew, type MissingReactionPorts } from './missing-reactions.ts';
import type { Reading } from './reading.ts';
import { type HearingPorts, hear, type News } from './slack-hearing.ts';

export type LookingPorts = HearingPorts &
  MissingPorts &
  MissingReactionPorts &
  HearersPorts & {
    readonly store: Pick<Reading, 'link' | 'messagesSince'>;
    readonly slack: Pick<Slack, 'history'>;
  };

const MINUTE = 60_000;
/** Milliseconds that Slack is given to tell by itself: what is younger is not looked at. */
const PATIENCE = 2 * MINUTE;
/** Milliseconds of a channel that are looked through at once. */
const STRETCH = 24 * 60 * MINUTE;
/** Milliseconds after which something may well have been missed: then deletions and reactions are looked for further back, so far at most. */
const GAP = 20 * MINUTE;
const BACK = 7 * 24 * 60 * MINUTE;
/** Milliseconds for which what was said is looked at again: mostly, a message that is older is reacted to no more. */
const FRESH = 60 * MINUTE;
/** Messages that are made up for at once: what is left is there at the next look. */
const NEWS_MAX = 300;
/** Posts of which the reactions are compared at once: so many from before, and so many new ones. */
const COMPARED_MAX = 300;
const PAGE = 50;
/** Pages of a room that are compared: what comes after them is asked for one by one. */
const PAGES = 40;

/**
 * Compares a room with what Slack keeps of its channel since the room last did, and makes up for what Slack did not tell: messages,
 * replies in threads, edits, deletions, reactions. In order, and as of when it was. Returns how much it made up for; nothing where the
 * room is not linked any more.
 */
export async function* look(ports: LookingPorts, asked: Look, now: Date): Work<number | undefined> {
  const { room, team, channel } = asked;
  const link = await linkOf(ports, asked);
  if (!link) return undefined;
  const until = Math.min(now.getTime() - PATIENCE, link.heard.getTime() + STRETCH);
  if (until <= link.heard.getTime()) return 0;

  // Up to there, that moment left out: what was said as the room was linked is not yet heard.
  const since = timestampOf(new Date(link.heard.getTime() - 1));
  const to = timestampOf(new Date(until));
  const fresh = timestampOf(new Date(link.heard.getTime() - FRESH));
  const span = { back: fresh, since, to };
  const stretch =
    link.thread === undefined
      ? await stretchOf(ports.slack, channel, span)
      : await threadStretchOf(ports.slack, channel, link.thread, span);
  const back = timestampOf(new Date(link.heard.getTime() - BACK));
  const isGap = until - link.heard.getTime() > GAP;
  const from = isGap && stretch.from < since ? (stretch.from > back ? stretch.from : back) : since;
  const held = { ...asked, since, messages: await heldIn(ports.store, asked, from, stretch.to) };
  const noticed = timestampOf(now);
  const news = await othersLeftOut(ports, room, await newsOf(ports, held, stretch, noticed));
  const missing = [...news, ...(await goneIn(ports, held, stretch, from, noticed))];
  let made = 0;
  for (const one of missing.slice(0, NEWS_MAX))
    if (yield* hear(ports, { id: room, value: link }, one)) made += 1;
  const left = missing[NEWS_MAX];
  const end = left?.place.ts ?? stretch.to;
  const told = timestampOf(new Date(now.getTime() - PATIENCE));
  const { posts, next } = postsToCompare(stretch, { after: isGap ? back : fresh, since, end });
  const felt = yield* feelAnew(ports, { room, team, channel, told }, posts);
  // What is left over is found again at the next look, from the first of it on; of deletions, all that are left.
  if (left?.kind !== 'deleted') yield* mark(room, dateOf(felt.left ?? next), link.heard);
  return made + felt.made;
}

/** Posts to compare the reactions of now, tombstones left out: the latest from before, then what is new, up to `next`. */
function postsToCompare(
  { messages }: Stretch,
  { after, since, end }: { readonly after: string; readonly since: string; readonly end: string },
): { posts: Kept[]; next: string } {
  const posts = messages.filter(({ subtype, ts }) => subtype !== 'tombstone' && ts > after && ts < end);
  const before = posts.filter(({ ts }) => ts <= since);
  const fresh = posts.slice(before.length);
  return {
    posts: [...before.slice(-COMPARED_MAX), ...fresh.slice(0, COMPARED_MAX)],
    next: fresh[COMPARED_MAX]?.ts ?? end,
  };
}

async function linkOf({ store }: LookingPorts, { room, team, channel }: Look): Promise<Link | undefined> {
  const link = await store.link(room);
  return link?.team === team && link.channel === channel ? link : undefined;
}

/** What is said in a thread that is another room's is news there alone. */
async function othersLeftOut(ports: LookingPorts, room: string, news: readonly News[]): Promise<News[]> {
  const threads = new Map(
    news.flatMap((one) => (one.place.thread === undefined ? [] : [[one.place.thread, one]])),
  );
  const own = new Set<string>();
  for (const [thread, one] of threads)
    if ((await hearersOf(ports, one)).some(({ id }) => id === room)) own.add(thread);
  return news.filter(({ place }) => place.thread === undefined || own.has(place.thread));
}

/** Says how far the room has heard. Whoever moved the link meanwhile, or looked further, is right. */
async function* mark(room: string, until: Date, before: Date): Work {
  const heard = new Date(until.getTime() - 1);
  if (heard <= before) return;
  try {
    yield update(linkPath(room), { heard });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

/** What a room holds of its channel between two Slack timestamps, by `ts`. */
async function heldIn(
  store: Pick<Reading, 'messagesSince'>,
  { room, channel }: Look,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, Message>> {
  const held = new Map<string, Message>();
  // Times are kept in milliseconds: the first one is asked for as a whole.
  let after = new Date(dateOf(from).getTime() - 1);
  for (let n = 0; n < PAGES; n += 1) {
    const page = await store.messagesSince(room, after, PAGE);
    for (const { id, value } of page) {
      const origin = slackOrigin(id);
      if (origin?.channel === channel) held.set(origin.ts, value);
    }
    const last = page.at(-1)?.value.at;
    if (!last || page.length < PAGE || last > dateOf(to)) break;
    // More than a page within one millisecond: nobody speaks so fast.
    after = last > after ? last : new Date(after.getTime() + 1);
  }
  return held;
}
