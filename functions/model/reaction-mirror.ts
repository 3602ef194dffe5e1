import * as v from 'valibot';
import { count, guard, words } from './guard.ts';
import { ATTEMPTS_MAX, REASON_MAX } from './limits.ts';

/**
 * Where it is: `wanted` (something has changed since Slack was made to match), `sending` (an attempt began, and Slack may show
 * less than is on record), `sent` (Slack matches), `failed` (given up).
 */
export const REACTION_MIRROR_STATES = ['wanted', 'sending', 'sent', 'failed'] as const;

/** Different emoji that the bot reacts with to one message: Slack lets one user a few more. */
export const BOT_REACTIONS_MAX = 20;

/** Names that are on record for one message: those that the bot has reacted with, and in a row of attempts those that it may have. */
export const NAMES_SHOWN_MAX = 100;

/** Characters of the line that says who has reacted. */
export const LINE_MAX = 1_000;

/**
 * `reactionMirrors/{room}-{message}-reactions`: what Slack shows of the web's reactions to a message. Slack lets a bot react
 * once with each emoji: it does as long as somebody in the web has.
 */
export const ReactionMirror = v.strictObject({
  room: v.string(),
  message: v.string(),
  /** Server time of the change that was heard last. */
  at: v.date(),
  /** Changes that were heard of. */
  wanted: count(1),
  /** How many of them Slack has been made to match. */
  sent: count(0),
  state: v.picklist(REACTION_MIRROR_STATES),
  attempts: v.pipe(count(0), v.maxValue(ATTEMPTS_MAX)),
  /** The number of the lease under which it was last touched; 0 before the first attempt. */
  lease: count(0),
  /** Slack's names of the emoji that the bot has reacted with; in an attempt also of those that it may have. */
  shown: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[\p{L}\p{M}\p{N}_+':-]*$/u))),
    v.maxLength(NAMES_SHOWN_MAX),
  ),
  /** Who has reacted, as it stands under a post of ours. */
  line: v.optional(words(LINE_MAX)),
  error: v.optional(words(REASON_MAX)),
});
export type ReactionMirror = v.InferOutput<typeof ReactionMirror>;

export const asReactionMirror = guard('mirror of reactions', ReactionMirror);
export const reactionMirrorsPath = 'reactionMirrors';
/** Also the id of its dead letter. No message's mirror has it. */
export const reactionMirrorId = (room: string, message: string): string => `${room}-${message}-reactions`;
export const reactionMirrorPath = (room: string, message: string): string =>
  `${reactionMirrorsPath}/${reactionMirrorId(room, message)}`;
