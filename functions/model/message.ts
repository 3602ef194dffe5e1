import * as v from 'valibot';
import { count, guard, length, text } from './guard.ts';
import { PERSON_TEXT_MAX, REPLY_TEXT_MAX, SLACK_TEXT_MAX } from './limits.ts';
import { isSlackPersonId } from './slack-person.ts';

/** Who wrote it: a person by uid, a component by name, somebody in Slack by `<team>-<user>`. */
export const Author = v.pipe(
  v.strictObject({
    kind: v.picklist(['person', 'component', 'slack']),
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  }),
  v.check(({ kind, id }) => kind !== 'slack' || isSlackPersonId(id), 'known to Slack'),
);
export type Author = v.InferOutput<typeof Author>;

/**
 * Where a reply is: `wanted` (nobody has begun it, and `sweep` noticed), `writing` (it comes in parts), `done`, `failed`
 * (the engine broke off), `stopped` (a person had enough).
 */
export const REPLY_STATES = ['wanted', 'writing', 'done', 'failed', 'stopped'] as const;

/** What a reply answers and how far it is. */
export const ReplyState = v.strictObject({
  to: v.string(),
  state: v.picklist(REPLY_STATES),
});
export type ReplyState = v.InferOutput<typeof ReplyState>;

const longest = { person: PERSON_TEXT_MAX, component: REPLY_TEXT_MAX, slack: SLACK_TEXT_MAX } as const;

/** Empty only while a reply is being written and after a deletion. */
const mayBeEmpty = (message: { deleted?: Date | undefined; reply?: ReplyState | undefined }): boolean =>
  message.deleted !== undefined || (message.reply !== undefined && message.reply.state !== 'done');

/** `rooms/{room}/messages/{message}`. Never removed: a deleted message is a tombstone without text. */
export const Message = v.pipe(
  v.strictObject({
    author: Author,
    text: text(SLACK_TEXT_MAX),
    /** Server time of its creation; of a message from Slack, Slack's. Orders the room. */
    at: v.date(),
    /** 1 at first, one more with every change of what is seen. */
    revision: count(1),
    edited: v.optional(v.date()),
    deleted: v.optional(v.date()),
    /** The id of the message that this one answers in a thread. */
    thread: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9.-]{1,100}$/))),
    reply: v.optional(ReplyState),
  }),
  v.check(
    (message) => length(message.text) <= longest[message.author.kind],
    'within the length of its author',
  ),
  v.check((message) => message.text.trim() !== '' || mayBeEmpty(message), 'not empty'),
  v.check(({ deleted, text }) => deleted === undefined || text === '', 'empty after a deletion'),
);
export type Message = v.InferOutput<typeof Message>;

export const asMessage = guard('message', Message);
/** The collection group of all rooms' messages. */
export const messagesGroup = 'messages';
export const messagesPath = (room: string): string => `rooms/${room}/messages`;
export const messagePath = (room: string, message: string): string => `${messagesPath(room)}/${message}`;

/** The one reply to a message: asking twice asks for the same document. */
export const replyId = (message: string): string => `${message}-reply`;

/** The message that a Slack post is, wherever it is heard of. `ts` is Slack's, `<seconds>.<micros>`. */
export const slackMessageId = (channel: string, ts: string): string => `slack-${channel}-${ts}`;

/** What a message of Slack origin is in Slack; nothing for others. The inverse of {@link slackMessageId}. */
export const slackOrigin = (message: string): { channel: string; ts: string } | undefined => {
  const [, channel, ts] = /^slack-([A-Z0-9]+)-(\d+\.\d+)$/.exec(message) ?? [];
  return channel && ts ? { channel, ts } : undefined;
};

/** Whether it is a reply that is still to come, or coming. */
export const isComing = ({ reply }: Pick<Message, 'reply'>): boolean =>
  reply?.state === 'wanted' || reply?.state === 'writing';

/** Whether it is a reply that failed before it said anything. */
const isMute = ({ deleted, reply, text }: Message): boolean =>
  reply?.state === 'failed' && deleted === undefined && text.trim() === '';

/** Whether it belongs in Slack as it stands: not what came from there, not a reply that is still coming or says nothing. */
export const isMirrorable = (message: Message): boolean =>
  message.author.kind !== 'slack' && !isComing(message) && !isMute(message);
