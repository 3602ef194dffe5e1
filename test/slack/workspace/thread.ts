import type { Channel } from './channel.ts';
import { isReply, type Message } from './message.ts';

/** The threads of a channel: replies, oldest first, by the `ts` of their root. */
export function threads(channel: Channel): Map<string, Message[]> {
  const found = new Map<string, Message[]>();
  for (const message of channel.messages.values()) {
    if (!isReply(message) || message.thread_ts === undefined) continue;
    const thread = found.get(message.thread_ts);
    if (thread) thread.push(message);
    else found.set(message.thread_ts, [message]);
  }
  return found;
}

/** A root with what history says of its thread; any other message as it is. */
export function withThread(message: Message, thread: Message[] | undefined): Message {
  if (!thread || thread.length === 0) return message;
  const writers = [...new Set(thread.map((reply) => reply.user ?? reply.bot_id ?? ''))];
  const about = {
    thread_ts: message.ts,
    reply_count: thread.length,
    reply_users_count: writers.length,
    latest_reply: thread.at(-1)?.ts,
    reply_users: writers,
    is_locked: false,
    subscribed: false,
  };
  return { ...message, ...about };
}
