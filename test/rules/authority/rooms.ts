import { CHANGE_SECONDS, PAGE_SIZE } from '#model/limits.ts';
import { memberPath } from '#model/member.ts';
import { asRoom, isRoomId } from '#model/room.ts';
import { brings, type Collection, hasPassed, isNow, isShort, type Situation } from './situation.ts';
import { are, isGuest, isInside, isOperator, isOwner, isPerson, uid } from './who.ts';
import { same } from './written.ts';

const roleAfter = ({ id, will }: Situation, uid: unknown): unknown =>
  will.get(memberPath(id, String(uid)))?.role;

const isFounded = (s: Situation): boolean =>
  isOperator(s.who) &&
  isRoomId(s.id) &&
  asRoom(s.after).ok &&
  same(s.after?.owners, [uid(s.who)]) &&
  isNow(s, s.after?.created) &&
  isNow(s, s.after?.changed) &&
  roleAfter(s, uid(s.who)) === 'owner';

/** The same owners; or one more at the end, who is one now; or one less, who is one no more. */
function keepsOwners(s: Situation): boolean {
  const [then, now] = [s.before?.owners as unknown[], s.after?.owners as unknown[]];
  if (same(then, now)) return true;
  const come = now.filter((uid) => !then.includes(uid));
  const gone = then.filter((uid) => !now.includes(uid));
  if (come.length === 1 && same(now, [...then, ...come])) return roleAfter(s, come[0]) === 'owner';
  const isOneLess =
    gone.length === 1 &&
    same(
      now,
      then.filter((uid) => uid !== gone[0]),
    );
  return isOneLess && roleAfter(s, gone[0]) !== 'owner';
}

const isKept = (s: Situation): boolean =>
  isOwner(s) &&
  asRoom(s.after).ok &&
  same(s.before?.created, s.after?.created) &&
  isNow(s, s.after?.changed) &&
  hasPassed(s, s.before?.changed, CHANGE_SECONDS) &&
  keepsOwners(s);

export const rooms: Collection = {
  get: [
    [
      'anybody signed in, an open room; a guest, one that takes guests',
      ({ who, before }) =>
        isPerson(who) && before?.visibility === 'open' && (!isGuest(who) || before.guests === true),
    ],
    ['a member', isInside],
    ['the components that go by its settings', are('reply', 'slackPost', 'sweep', 'operate')],
  ],
  list: [
    [
      'anybody signed in, open rooms; a guest, those that take guests',
      (s) =>
        isPerson(s.who) &&
        brings(s, 'visibility', 'open') &&
        (!isGuest(s.who) || brings(s, 'guests', true)) &&
        isShort(s, PAGE_SIZE),
    ],
  ],
  create: [['an operator, who becomes its owner', isFounded]],
  update: [['an owner', isKept]],
  delete: [],
};
