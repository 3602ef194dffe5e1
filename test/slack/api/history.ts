import type { Message } from '../workspace/message.ts';
import type { Ordered } from '../workspace/ordered.ts';
import { micros, timestamp } from '../workspace/timestamp.ts';
import type { Arguments } from './arguments.ts';
import { joinedChannelOf, type Method } from './call.ts';
import { cursor, keyIn } from './cursor.ts';
import { Failure } from './failure.ts';

/** https://docs.slack.dev/reference/methods/conversations.history, "limit" */
const HISTORY = { usual: 100, most: 999 };
/** https://docs.slack.dev/reference/methods/conversations.replies, "limit" */
const REPLIES = { usual: 1000, most: 1000 };

/** Later than any message: 2286, after which a `ts` has eleven digits. */
const END = 9_999_999_999 * 1e6;

/** The messages of a channel, newest first; replies only where they were also sent to the channel. */
export const history: Method = (call) => {
  const { args } = call;
  const { messages } = joinedChannelOf(call);
  const size = args.limit('limit', HISTORY.usual, HISTORY.most);
  const { from, to } = between(args, messages.shown);
  const begin = args.text('cursor');
  const end = begin === undefined ? to : Math.min(to, messages.shown.rank(after(keyIn(begin))));
  const start = Math.max(from, end - size);
  const page = messages.shown.slice(start, end).toReversed();
  const next = start > from ? messages.shown.at(start - 1) : undefined;
  return { messages: page.map((one) => shownTo(args, messages.view(one))), pin_count: 0, ...more(next) };
};

/** A thread, oldest first, its root before its replies whatever times are asked for; one reply when that is named. */
export const replies: Method = (call) => {
  const { args } = call;
  const { messages } = joinedChannelOf(call);
  const size = args.limit('limit', REPLIES.usual, REPLIES.most);
  const root = messages.get(args.required('ts'));
  if (!root) throw new Failure('thread_not_found');
  const thread = messages.thread(root.ts)?.replies;
  const begin = args.text('cursor');
  const first = begin === undefined ? [root] : [];
  const { from, to } = thread ? between(args, thread) : { from: 0, to: 0 };
  const start = begin === undefined ? from : Math.max(from, thread?.rank(keyIn(begin)) ?? 0);
  const end = Math.min(to, start + size - first.length);
  const page = [...first, ...(thread?.slice(start, end) ?? [])];
  const next = end < to ? thread?.at(end) : undefined;
  return { messages: page.map((one) => shownTo(args, messages.view(one))), ...more(next) };
};

/** Which messages lie between `oldest` and `latest`; those at these very times only when `inclusive`. */
function between(args: Arguments, messages: Ordered): { from: number; to: number } {
  const oldest = time(args.text('oldest'), 'invalid_ts_oldest', 0);
  const latest = time(args.text('latest'), 'invalid_ts_latest', END);
  const isInclusive = args.flag('inclusive');
  return {
    from: messages.rank(isInclusive ? key(oldest) : key(oldest + 1)),
    to: messages.rank(isInclusive ? key(latest + 1) : key(latest)),
  };
}

/** Microseconds in ten digits before the point, as the messages are ordered by. */
const key = (time: number): string => timestamp(time).padStart('1700000000.000000'.length, '0');

const after = (ts: string): string => key((micros(ts) ?? 0) + 1);

function time(text: string | undefined, code: string, missing: number): number {
  const at = text === undefined ? missing : micros(text);
  if (at === undefined) throw new Failure(code);
  return at;
}

/** Metadata is given only to who asks for it. */
function shownTo(args: Arguments, message: Message): Message {
  if (args.flag('include_all_metadata')) return message;
  const { metadata: _, ...rest } = message;
  return rest;
}

const more = (next: Message | undefined): Record<string, unknown> => ({
  has_more: next !== undefined,
  ...(next && { response_metadata: { next_cursor: cursor(next.ts) } }),
});
