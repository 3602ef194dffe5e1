import * as v from 'valibot';
import { type Speaker, speakerOf } from './speaker.ts';
import { isTimestamp } from './timestamp.ts';
import { isSomething, type Words, wordsOf } from './words.ts';

/** Where a message is. `ts` and `thread` are Slack timestamps. */
export type Place = {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  /** Who began the thread, by Slack's id, where Slack says so. */
  readonly threadBy?: string;
};

/** A time as Slack tells it. */
export const ts = v.pipe(v.string(), v.check(isTimestamp, 'a Slack timestamp'));

/** Where a message stands, as Slack shows it within its events. https://docs.slack.dev/reference/events/message */
const Placed = v.object({ ts, thread_ts: v.nullish(ts), subtype: v.nullish(v.string()) });
const Threaded = v.object({ thread_ts: v.nullish(ts), parent_user_id: v.nullish(v.string()) });

/** Why what we have posted or changed ourselves is none of our business. */
export const OWN_POST = 'our own post';

/** Subtypes under which somebody says something. */
const spoken = new Set([undefined, null, 'thread_broadcast', 'file_share', 'me_message', 'bot_message']);

/** Characters of a name of Slack's that is quoted in a reason. */
const QUOTED_MAX = 100;

/** In which channel, of which workspace, and as which app we hear of it. */
export type About = { readonly team: string; readonly app: string; readonly channel: string };

/**
 * A message as Slack shows it: where it is, whose, and what it says; or what it lacks. Our own posts are no news: they were
 * said in the web.
 */
export function heard(
  message: unknown,
  { team, app, channel }: About,
): { readonly place: Place; readonly by: Speaker; readonly words: Words } | { readonly lacks: string } {
  const placed = v.safeParse(Placed, message);
  const subtype = placed.success ? placed.output.subtype : undefined;
  if (!spoken.has(subtype)) return { lacks: `message subtype ${subtype?.slice(0, QUOTED_MAX)}` };
  const by = speakerOf(message, app);
  if (by?.bot?.isOurs) return { lacks: OWN_POST };
  const words = wordsOf(message, by?.bot !== undefined);
  if (!placed.success || !by || !words) return { lacks: 'a message without an author, a text or a time' };
  if (!isSomething(words)) return { lacks: 'a message without words' };
  return { place: placeOf({ team, channel }, placed.output.ts, message), by, words };
}

/** Where a message stands: in a thread, if Slack shows it as an answer in one. */
export function placeOf({ team, channel }: Omit<About, 'app'>, ts: string, message: unknown): Place {
  const seen = v.safeParse(Threaded, message);
  const { thread_ts: thread, parent_user_id: threadBy } = seen.success ? seen.output : {};
  if (!thread || thread === ts) return { team, channel, ts };
  return { team, channel, ts, thread, ...(threadBy && { threadBy }) };
}
