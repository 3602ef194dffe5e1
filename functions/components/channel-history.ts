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

/** A time between two others: all after `since` and before `to`, and what was said from `back` on as far as it is read at once. */
export type Span = { readonly back: string; readonly since: string; readonly to: string };

/**
 * What a channel holds after `since` and before `to`, and before that back to `back`, or as much as a page shows: of threads that begin
 * there it is seen whether they went on. Of more than fits, the first part.
 */
export async function stretchOf(slack: History, channel: string, span: Span): Promise<Stretch> {
  const { back, since, to } = span;
  const said = await channelBack(slack, channel, span);
  if (said === undefined) return stretchOf(slack, channel, { ...span, to: between(since, to) });
  const messages = new Map(said.messages.map((one) => [one.ts, one]));
  const endless = new Set<string>();
  for (const { ts, latest_reply: latest } of said.messages) {
    if (!latest || latest <= back) continue;
    const { replies, isWhole } = await threadOn(slack, channel, ts, back, to);
    for (const reply of replies) messages.set(reply.ts, reply);
    if (!isWhole) endless.add(ts);
  }
  const sorted = [...messages.values()].toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  return { messages: sorted, from: said.from, to, endless, isLimited: said.isLimited };
}

/** What was said in one thread before `to`: after `back`, or, where that is more than fits, after `since`. */
export async function threadStretchOf(
  slack: History,
  channel: string,
  thread: string,
  { back, since, to }: Span,
): Promise<Stretch> {
  const whole = await threadOn(slack, channel, thread, back, to);
  const from = whole.isWhole ? back : since;
  const { replies, isWhole } = whole.isWhole ? whole : await threadOn(slack, channel, thread, since, to);
  const messages = replies.filter(({ ts }) => ts !== thread).toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  // Of one that is too long to be seen whole, nothing that is missing may be taken for gone.
  return { messages, from, to, endless: new Set(), isLimited: !isWhole };
}

/** The moment in the middle. */
const between = (from: string, to: string): string => ((Number(from) + Number(to)) / 2).toFixed(6);

/** Pages from the newest on, back to `back`, or at least to `since`; nothing where that is too far. */
async function channelBack({ history }: History, channel: string, { back, since, to: latest }: Span) {
  const messages: Kept[] = [];
  let page: string | undefined;
  let [first, isLimited] = [latest, false];
  for (let n = 0; n < PAGES; n += 1) {
    const { messages: more, next, isLimited: isHidden } = await history(channel, { latest, page });
    messages.push(...keptIn(more));
    [first, isLimited] = [messages.at(-1)?.ts ?? since, isHidden];
    if (next === undefined) return { messages, from: isLimited ? first : '', isLimited };
    if (first <= back) break;
    page = next;
  }
  return first <= since ? { messages, from: first, isLimited } : undefined;
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
