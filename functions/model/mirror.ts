import * as v from 'valibot';
import { count, guard, slackId, slackTs, words } from './guard.ts';
import { ATTEMPTS_MAX, PARTS_MAX, REASON_MAX } from './limits.ts';

/**
 * Where a mirror is: `wanted` (Slack should show more than it does), `sending` (an attempt began; whether Slack has it is
 * not known), `sent` (Slack shows what is wanted), `void` (deleted before Slack ever saw it), `failed` (given up).
 */
export const MIRROR_STATES = ['wanted', 'sending', 'sent', 'void', 'failed'] as const;

/** An attempt whose end is not known: since when (server time), and where, Slack may have more than is on record. */
export const Doubt = v.strictObject({
  since: v.date(),
  team: slackId(),
  channel: slackId(),
  thread: v.optional(slackTs()),
});
export type Doubt = v.InferOutput<typeof Doubt>;

/** `mirrors/{room}-{message}`: the twin of a message in Slack, as a level to reach rather than a change to pass on. */
export const Mirror = v.pipe(
  v.strictObject({
    room: v.string(),
    message: v.string(),
    /** The message's own time: mirrors are worked off in the room's order. */
    at: v.date(),
    /** The revision that Slack should show. */
    wanted: count(1),
    /** The revision that Slack shows; 0 for none. */
    sent: count(0),
    state: v.picklist(MIRROR_STATES),
    attempts: v.pipe(count(0), v.maxValue(ATTEMPTS_MAX)),
    /** The number of the lease under which it was last touched; 0 before the first attempt. */
    lease: count(0),
    /** Until Slack's answer is on record; kept while it is given up, so that whoever tries again looks first. */
    doubt: v.optional(Doubt),
    team: v.optional(slackId()),
    channel: v.optional(slackId()),
    /** The Slack thread that it is in. */
    thread: v.optional(slackTs()),
    /** Slack's id of the post, `<seconds>.<micros>`: of the first, where there are several. */
    ts: v.optional(slackTs()),
    /** The posts of one message, in order: as many as its text needs. The first is `ts`. */
    parts: v.optional(v.pipe(v.array(slackTs()), v.minLength(1), v.maxLength(PARTS_MAX))),
    error: v.optional(words(REASON_MAX)),
    /** When the post was deleted in Slack, by us or by somebody there. */
    gone: v.optional(v.date()),
  }),
  v.check(({ ts, parts }) => ts === parts?.[0], 'known by its first post'),
);
export type Mirror = v.InferOutput<typeof Mirror>;

export const asMirror = guard('mirror', Mirror);
export const mirrorsPath = 'mirrors';
export const mirrorId = (room: string, message: string): string => `${room}-${message}`;
export const mirrorPath = (room: string, message: string): string => `mirrors/${mirrorId(room, message)}`;

/** Whether nothing more is to be done for it. */
export const isSettled = (mirror: Mirror): boolean =>
  mirror.state === 'sent' || mirror.state === 'void' || mirror.state === 'failed';
