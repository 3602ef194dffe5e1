import * as v from 'valibot';
import { guard } from './guard.ts';
import { UID_MAX } from './limits.ts';
import { messagePath } from './message.ts';
import { isSlackPersonId } from './slack-person.ts';

/** Characters that emoji begin with: symbols, and none that a word could be written with. https://unicode.org/Public/emoji/latest/emoji-test.txt */
const SIGNS =
  '\\u{A9}\\u{AE}\\u{203C}\\u{2049}\\u{2122}\\u{2139}\\u{2190}-\\u{2BFF}\\u{3030}\\u{303D}\\u{3297}\\u{3299}\\u{1F000}-\\u{1FAFF}';
/** Characters that join and colour them. */
const JOINTS = '\\u{200D}\\u{20E3}\\u{FE0F}\\u{E0020}-\\u{E007F}';

/** The longest emoji have 10 code points; custom names in Slack have up to 100 characters, of any script. https://slack.com/help/articles/206870177 */
const EMOJI = new RegExp(
  [
    `^(?:[${SIGNS}][${SIGNS}${JOINTS}]{0,15}`,
    '[0-9#*]\\u{FE0F}?\\u{20E3}',
    ":[\\p{L}\\p{M}\\p{N}_+'\\-]{1,100}(?:::skin-tone-[2-6](?:-[2-6])?)?:)$",
  ].join('|'),
  'u',
);

/** Whether a text can be what somebody reacts with: one emoji, or `:name:` where only Slack has a picture of it. */
export const isReactionEmoji = (text: string): boolean => EMOJI.test(text);

/** Who reacts: a person by uid, somebody in Slack by `<team>-<user>`. */
export const Reacting = v.pipe(
  v.strictObject({
    kind: v.picklist(['person', 'slack']),
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(UID_MAX)),
  }),
  v.check(({ kind, id }) => kind !== 'slack' || isSlackPersonId(id), 'known to Slack'),
);
export type Reacting = v.InferOutput<typeof Reacting>;

/**
 * `rooms/{room}/messages/{message}/reactions/{who-emoji}`: somebody's reaction to a message. A person takes theirs away
 * by deleting it; one that was taken back in Slack stays, `on: false`, since an older word of it may still come.
 */
export const Reaction = v.strictObject({
  by: Reacting,
  emoji: v.pipe(v.string(), v.check(isReactionEmoji, 'an emoji')),
  on: v.boolean(),
  /** Server time; of one in Slack, Slack's. */
  at: v.date(),
  /** Slack's own time of the latest word of it, to the microsecond: `<seconds>.<micros>`, compared as text. */
  told: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{10}[.][0-9]{6}$/))),
});
export type Reaction = v.InferOutput<typeof Reaction>;

export const asReaction = guard('reaction', Reaction);

/** Reactions to one message that are shown, and the most that may be listed at once: small documents, so more than messages. */
export const REACTIONS_SHOWN = 200;

export const reactionsPath = (room: string, message: string): string =>
  `${messagePath(room, message)}/reactions`;

const hex = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * `who` is the id of whoever reacts: nobody has two reactions with one emoji, which stands there as its UTF-8 in hexadecimal
 * digits. Triggers tell of a document in HTTP headers, which take no other letters.
 */
export const reactionId = (who: string, emoji: string): string => `${who}-${hex(emoji)}`;
export const reactionPath = (room: string, message: string, who: string, emoji: string): string =>
  `${reactionsPath(room, message)}/${reactionId(who, emoji)}`;

/** Names the adding or taking away of a reaction as what an allowance was spent on. */
export const reacting = (message: string, emoji: string, on: boolean): string =>
  `${message}:${on ? '+' : '-'}${emoji}`;
