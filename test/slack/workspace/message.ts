import type { File } from './file.ts';

/** What an app attaches for itself: `event_type` in letters, digits and `_`, and a payload of its own shape. */
export interface Metadata {
  event_type: string;
  event_payload: Record<string, unknown>;
}

export interface Reaction {
  /** The emoji's name without colons: `tada`. */
  name: string;
  users: string[];
  count: number;
}

/**
 * A message as Slack keeps it. `ts`, seconds and microseconds ("1700000000.000100"), is its id within a channel.
 * Text is Slack's own: `&`, `<` and `>` are entities, and `<…>` is a mention or a link.
 * A value is never changed in place: an edit stores another one.
 */
export interface Message {
  type: 'message';
  subtype?: string;
  ts: string;
  text: string;
  team?: string;
  /** Who wrote it; absent where an app posted under a name of its own (`bot_message`). */
  user?: string;
  bot_id?: string;
  app_id?: string;
  bot_profile?: Record<string, unknown>;
  username?: string;
  icons?: { emoji?: string; image_48?: string };
  /** Given by the client a person types into; the same for every event of one gesture. */
  client_msg_id?: string;
  thread_ts?: string;
  parent_user_id?: string;
  edited?: { user: string; ts: string };
  reactions?: Reaction[];
  metadata?: Metadata;
  blocks?: unknown[];
  attachments?: unknown[];
  files?: File[];
  upload?: boolean;
  hidden?: boolean;
  /** Of a `channel_name` message. */
  name?: string;
  old_name?: string;
  /** Of a `channel_join` message. */
  inviter?: string;
}

/** What its writer says of a message; the workspace adds the rest. */
export type Draft = Omit<
  Message,
  'type' | 'ts' | 'team' | 'thread_ts' | 'parent_user_id' | 'edited' | 'reactions'
>;

export const isReply = (message: Message): boolean =>
  message.thread_ts !== undefined && message.thread_ts !== message.ts;

export const isTombstone = (message: Message): boolean => message.subtype === 'tombstone';
