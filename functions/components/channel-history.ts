import { type Kept, keptIn } from '../slack/kept.ts';
import type { Slack } from '../slack/port.ts';

/** A part of a channel, as Slack keeps it; times are Slack timestamps. */
export type Stretch = {
  /** By `ts`, the oldest first; what was said in threads after the beginning among it. */
  readonly messages: readonly Kept[];
  /** After the one (empty: from the beginning on) and before the other, all that is in the channel itself was seen: what is missing is gone. */
  readonly from: string;
  readonly to: string;
  /** The roots of threads that are too long to be seen whole. */
  readonly endless: ReadonlySet<string>;
  /** Slack hides what is older: nothing that is missing may be taken for gone. */
  readonly isLimited: boolean;
};

/** Pages that are read at once of a channel, and of a thread: a bound that a day of talk does not come to. */
const PAGES = 10;

type History = Pick<Slack, 'history'>;

/**
 * What a channel holds after `since` and before `to`, and as much before that as a page shows: of threads that begin there it is seen
 * whether they went on. Of more than fits, the first part.
 */
export async function stretchOf(
  slack: History,
  channel: string,
  since: string,
  to: string,
): Promise<Stretch> {
  const said = await channelBack(slack, channel, since, to);
  if (said === undefined) return stretchOf(slack, channel, since, between(since, to));
  const messages = new Map(said.messages.map((one) => [one.ts, one]));
  const endless = new Set<string>();
  for (const { ts, latest_reply: latest } of said.messages) {
    if (!latest || latest <= since) continue;
    const { replies, isWhole } = await threadOn(slack, channel, ts, since, to);
    for (const reply of replies) messages.set(reply.ts, reply);
    if (!isWhole) endless.add(ts);
  }
  const sorted = [...messages.values()].toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  return { messages: sorted, from: said.from, to, endless, isLimited: said.isLimited };
}

/** What was said in one thread after `since` and before `to`. */
export async function threadStretchOf(
  slack: History,
  channel: string,
  thread: string,
  since: string,
  to: string,
): Promise<Stretch> {
  const { replies, isWhole } = await threadOn(slack, channel, thread, since, to);
  const messages = replies.filter(({ ts }) => ts !== thread).toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  // Of one that is too long to be seen whole, nothing that is missing may be taken for gone.
  return { messages, from: since, to, endless: new Set(), isLimited: !isWhole };
}

/** The moment in the middle. */
const between = (from: string, to: string): string => ((Number(from) + Number(to)) / 2).toFixed(6);

/** Pages from the newest on, back to `since`; nothing where it is too far. */
async function channelBack({ history }: History, channel: string, since: string, latest: string) {
  const messages: Kept[] = [];
  let page: string | undefined;
  for (let n = 0; n < PAGES; n += 1) {
    const { messages: more, next, isLimited } = await history(channel, { latest, page });
    messages.push(...keptIn(more));
    const first = messages.at(-1)?.ts ?? since;
    if (next === undefined) return { messages, from: isLimited ? first : '', isLimited };
    if (first <= since) return { messages, from: first, isLimited };
    page = next;
  }
  return undefined;
}

async function threadOn(
  { history }: History,
  channel: string,
  thread: string,
  oldest: string,
  latest: string,
) {
  const replies: Kept[] = [];
  let page: string | undefined;
  for (let n = 0; n < PAGES; n += 1) {
    const { messages: more, next } = await history(channel, { thread, oldest, latest, page });
    replies.push(...keptIn(more));
    if (next === undefined) return { replies, isWhole: true };
    page = next;
  }
  return { replies, isWhole: false };
}
