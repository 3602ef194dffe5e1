import { isReply, type Message } from '../workspace/message.ts';
import { threads, withThread } from '../workspace/thread.ts';
import { micros } from '../workspace/timestamp.ts';
import type { Arguments } from './arguments.ts';
import { joinedChannelOf, type Method } from './call.ts';
import { page } from './cursor.ts';
import { Failure } from './failure.ts';

/** https://docs.slack.dev/reference/methods/conversations.history and .replies */
const PAGE = 100;
const LARGEST_PAGE = 1000;

/** The messages of a channel, newest first; replies only where they were also sent to the channel. */
export const history: Method = (call) => {
  const { args } = call;
  const channel = joinedChannelOf(call);
  const isWanted = within(args);
  const byRoot = threads(channel);
  const shown = [...channel.messages.values()]
    .filter((one) => (!isReply(one) || one.subtype === 'thread_broadcast') && isWanted(one))
    .toReversed();
  const { items, next_cursor } = page(shown, size(args), args.text('cursor'), ({ ts }) => ts, 'falling');
  const messages = items.map((one) => shownTo(args, withThread(one, byRoot.get(one.ts))));
  return { messages, pin_count: 0, ...more(next_cursor) };
};

/** A thread, oldest first, its root before its replies whatever times are asked for; one reply when that is named. */
export const replies: Method = (call) => {
  const { args } = call;
  const channel = joinedChannelOf(call);
  const named = channel.messages.get(args.required('ts'));
  if (!named) throw new Failure('thread_not_found');
  const thread = isReply(named) ? [] : (threads(channel).get(named.ts) ?? []);
  const all = [withThread(named, thread), ...thread.filter(within(args))];
  const { items, next_cursor } = page(all, size(args), args.text('cursor'), ({ ts }) => ts);
  return { messages: items.map((one) => shownTo(args, one)), ...more(next_cursor) };
};

/** Whether a message lies between `oldest` and `latest`; messages at those very times only when `inclusive`. */
function within(args: Arguments): (message: Message) => boolean {
  const inclusive = args.flag('inclusive') ? 0 : 1;
  const oldest = time(args.text('oldest'), 'invalid_ts_oldest', 0);
  const latest = time(args.text('latest'), 'invalid_ts_latest', Number.MAX_SAFE_INTEGER);
  return ({ ts }) => {
    const at = micros(ts) ?? 0;
    return at >= oldest + inclusive && at <= latest - inclusive;
  };
}

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

const size = (args: Arguments): number => args.limit('limit', PAGE, LARGEST_PAGE);

const more = (next_cursor: string): Record<string, unknown> => ({
  has_more: next_cursor !== '',
  ...(next_cursor !== '' && { response_metadata: { next_cursor } }),
});
