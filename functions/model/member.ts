import * as v from 'valibot';
import { type Fields, INCREMENT, SERVER_TIME } from './effect.ts';
import { count, guard, words } from './guard.ts';
import { SEND_WINDOW_SECONDS, SENDS_PER_WINDOW, STAY_SECONDS } from './limits.ts';

/** What a person has sent to a room: so many since then, the last of it being `last` ({@link sending}). */
export const Allowance = v.strictObject({
  since: v.date(),
  count: v.pipe(count(1), v.maxValue(SENDS_PER_WINDOW)),
  last: words(200),
});
export type Allowance = v.InferOutput<typeof Allowance>;

export const ROLES = ['owner', 'member', 'reader'] as const;

/** `rooms/{room}/members/{uid}`: what a person is in a room. */
export const Member = v.strictObject({
  /** The uid again, for the query "my rooms". */
  person: v.string(),
  role: v.picklist(ROLES),
  joined: v.date(),
  /** When their role was last changed. */
  changed: v.optional(v.date()),
  sent: v.optional(Allowance),
});
export type Member = v.InferOutput<typeof Member>;

export const asMember = guard('member', Member);
/** The collection group that "my rooms" asks. */
export const membersGroup = 'members';
export const membersPath = (room: string): string => `rooms/${room}/members`;
export const memberPath = (room: string, uid: string): string => `${membersPath(room)}/${uid}`;

/** Names one revision of one message, as the one thing that an allowance was spent on. */
export const sending = (message: string, revision: number): string => `${message}:${revision}`;

/** Names what an owner decides about somebody, as what an allowance was spent on: a ban, its end, a role. */
export const deciding = (uid: string): string => `person:${uid}`;

/** Whether the count may begin anew. The rules ask the server's clock; `now` is a guess of it. */
const isOver = ({ since }: Allowance, now: Date): boolean =>
  now.getTime() > since.getTime() + SEND_WINDOW_SECONDS * 1_000;

/** How long nothing more may be sent, in milliseconds; 0 when there is room. */
export const patience = (sent: Allowance | undefined, now: Date): number =>
  sent === undefined || sent.count < SENDS_PER_WINDOW
    ? 0
    : Math.max(0, sent.since.getTime() + SEND_WINDOW_SECONDS * 1_000 - now.getTime());

/** How long one stays before one may leave, in milliseconds: it is a second for each thing sent, too. */
export const stayOwed = ({ joined, sent }: Pick<Member, 'joined' | 'sent'>, now: Date): number => {
  const until = [
    joined.getTime() + STAY_SECONDS * 1_000,
    ...(sent ? [sent.since.getTime() + sent.count * 1_000] : []),
  ];
  return Math.max(0, ...until.map((time) => time - now.getTime()));
};

/** The update of one's own membership that goes with what is sent, in one batch: without it the rules refuse the message. */
export const spending = (sent: Allowance | undefined, what: string, now: Date): Fields =>
  sent === undefined || isOver(sent, now)
    ? { sent: { since: SERVER_TIME, count: 1, last: what } }
    : { 'sent.count': INCREMENT, 'sent.last': what };
