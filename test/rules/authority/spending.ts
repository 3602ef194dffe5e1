import type { Fields } from '#model/effect.ts';
import { SEND_WINDOW_SECONDS } from '#model/limits.ts';
import { asMember, deciding, memberPath } from '#model/member.ts';
import { hasPassed, isNow, onlyChanges, type Situation } from './situation.ts';
import { isPerson, isWelcome, uid } from './who.ts';
import { same } from './written.ts';

const allowance = (member: Fields | undefined): Fields | undefined => member?.sent as Fields | undefined;

/** One that may write, whose allowance was spent on this very thing in the same batch. */
export function isPaidFor({ who, room, was, will }: Situation, what: string): boolean {
  if (!isPerson(who) || !isWelcome({ who, room, was })) return false;
  const member = will.get(memberPath(room, uid(who)));
  return (member?.role === 'owner' || member?.role === 'member') && allowance(member)?.last === what;
}

/** Whether it was spent in this very batch on somebody, which an owner may do again and again. */
export function isDecided({ who, room, was, will }: Situation, person: string): boolean {
  const place = memberPath(room, uid(who));
  const [then, now] = [allowance(was.get(place)), allowance(will.get(place))];
  return now?.last === deciding(person) && !same(then, now);
}

/** One more on the count that runs, or the first of a new one, where there was none or its time is over. */
export function isSpent(s: Situation): boolean {
  if (!onlyChanges(s, 'sent') || !asMember(s.after).ok) return false;
  const [then, now] = [allowance(s.before), allowance(s.after)];
  if (now === undefined) return false;
  const isOneMore =
    then !== undefined &&
    (now.since as Date).getTime() === (then.since as Date).getTime() &&
    now.count === (then.count as number) + 1;
  const isFirst =
    now.count === 1 &&
    isNow(s, now.since) &&
    (then === undefined || hasPassed(s, then.since, SEND_WINDOW_SECONDS));
  return isOneMore || isFirst;
}
