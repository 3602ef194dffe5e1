import { type Message, slackMessageId, slackOrigin } from '../model/message.ts';
import { gestureOf } from '../slack/gesture.ts';
import { heard } from '../slack/heard.ts';
import type { Kept } from '../slack/kept.ts';
import { speakerOf } from '../slack/speaker.ts';
import { dateOf, timestampOf } from '../slack/timestamp.ts';
import { abreast } from './abreast.ts';
import type { Stretch } from './channel-history.ts';
import type { Reading } from './reading.ts';
import type { HearingPorts, News } from './slack-hearing.ts';

/** A room and what it holds of its channel. `since`: up to this Slack timestamp it has heard all. */
export type Holding = {
  readonly room: string;
  readonly team: string;
  readonly channel: string;
  readonly since: string;
  /** What is there from some time on, by `ts`. */
  readonly messages: ReadonlyMap<string, Message>;
};

export type MissingPorts = Pick<HearingPorts, 'isOurs'> & {
  readonly store: Pick<Reading, 'message' | 'mirrorAt'>;
};

/** What was said or edited in a stretch, or left as a tombstone, and the room does not hold so; the oldest first. */
export async function newsOf(
  ports: MissingPorts,
  held: Holding,
  stretch: Stretch,
  now: string,
): Promise<News[]> {
  const news: News[] = [];
  const shown = gesturesShown(held, stretch);
  for (const message of stretch.messages) {
    const gesture = gestureOf(message);
    if (gesture !== undefined && (shown.get(gesture) ?? message.ts) !== message.ts) continue;
    const one = await newsIn(ports, held, message, now);
    if (!one || (one.by && (await ports.isOurs(one.by)))) continue;
    news.push(one);
    if (gesture !== undefined) shown.set(gesture, message.ts);
  }
  return news;
}

/** By gesture, which of the messages that Slack made of it the room holds: no other of them is missing. */
function gesturesShown({ messages }: Holding, stretch: Stretch): Map<string, string> {
  const shown = new Map<string, string>();
  for (const message of stretch.messages) {
    const gesture = gestureOf(message);
    if (gesture !== undefined && messages.has(message.ts)) shown.set(gesture, message.ts);
  }
  return shown;
}

async function newsIn(
  { store }: MissingPorts,
  { room, team, channel, since, messages }: Holding,
  message: Kept,
  now: string,
): Promise<News | undefined> {
  const { edited, subtype, ts } = message;
  const there = messages.get(ts);
  if (subtype === 'tombstone') return there && !there.deleted ? gone({ team, channel, ts }, now) : undefined;
  const edit = edited ? endOf(edited.ts) : undefined;
  if (ts <= since && (edit === undefined || edit <= since)) return undefined;
  const said = heard(message, { team, channel, app: '' });
  if ('lacks' in said) return undefined;
  const was = there ?? (await store.message(room, slackMessageId(channel, ts)));
  const isHeard = was && (edit === undefined || (was.edited && was.edited >= dateOf(edit)));
  if (isHeard) return undefined;
  return edit === undefined ? { kind: 'said', ...said } : { kind: 'edited', ...said, at: edit };
}

/** The end of a second: `edited` has whole ones, and the event of the same edit, should it come yet, is no later. */
const endOf = (ts: string): string => `${ts.split('.')[0]}.999999`;

const gone = (place: { team: string; channel: string; ts: string }, at: string): News => ({
  kind: 'deleted',
  place,
  by: undefined,
  at,
});

/**
 * What the room holds, from `from` on, and Slack no more. Of a thread, only where its root was looked for; and nothing where Slack hides what is old.
 */
export async function goneIn(
  ports: MissingPorts,
  held: Holding,
  stretch: Stretch,
  from: string,
  now: string,
): Promise<News[]> {
  if (stretch.isLimited) return [];
  const seen = new Set(stretch.messages.map(({ ts }) => ts));
  const missing = [...held.messages].filter(
    ([ts, message]) => !message.deleted && ts > from && ts < stretch.to && !seen.has(ts),
  );
  const threads = missing.flatMap(([, { thread }]) => thread ?? []);
  const roots = await rootsOf(ports, held, stretch, threads);
  const isSeen = ([ts, { thread }]: (typeof missing)[number]): boolean => {
    if (thread === undefined) return true;
    // A root that was seen says what there is; one that is missing takes its thread along.
    const areSeen = roots.get(thread)?.every((root) => root > stretch.from && !stretch.endless.has(root));
    return areSeen === true && ts > held.since;
  };
  const { team, channel } = held;
  return missing.filter(isSeen).map(([ts]) => gone({ team, channel, ts }, now));
}

/**
 * The posts on which threads hang, each by its `ts`: Slack's own message, or all that the web's was sent as; none where that was deleted
 * and has left no place for its thread. What is not known is not among them.
 */
async function rootsOf(
  { store }: MissingPorts,
  { room, channel }: Holding,
  { from, messages }: Stretch,
  threads: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const roots = new Map<string, readonly string[]>();
  for (const thread of threads) {
    const origin = slackOrigin(thread);
    if (origin) roots.set(thread, [origin.ts]);
  }
  if (roots.size === new Set(threads).size) return roots;
  const isOurs = (one: Kept): boolean => one.subtype === 'tombstone' || speakerOf(one, '')?.bot !== undefined;
  for await (const mirror of abreast(messages.filter(isOurs), ({ ts }) => store.mirrorAt(room, channel, ts)))
    if (mirror?.parts) roots.set(mirror.message, mirror.parts);
  for (const thread of new Set(threads)) {
    const root = roots.has(thread) ? undefined : await store.message(room, thread);
    if (root?.deleted && timestampOf(root.at) > from) roots.set(thread, []);
  }
  return roots;
}
