import { CHANGE_SECONDS, PAGE_SIZE } from '#model/limits.ts';
import { asLinkGrant } from '#model/link-grant.ts';
import { roomPath } from '#model/room.ts';
import { type Collection, hasPassed, isNow, isShort, type Situation } from './situation.ts';
import { are, isOperator, isOwner, uid } from './who.ts';

const isGiven = (s: Situation): boolean =>
  isOperator(s.who) &&
  asLinkGrant(s.after).ok &&
  s.after?.by === uid(s.who) &&
  isNow(s, s.after.at) &&
  s.was.get(roomPath(s.id)) !== undefined;

export const linkGrants: Collection = {
  get: [
    ['operate', are('operate')],
    ['an operator', ({ who }) => isOperator(who)],
    ['an owner of the room', (s) => isOwner({ ...s, room: s.id })],
  ],
  list: [['an operator', (s) => isOperator(s.who) && isShort(s, PAGE_SIZE)]],
  create: [['an operator', isGiven]],
  update: [['an operator', (s) => isGiven(s) && hasPassed(s, s.before?.at, CHANGE_SECONDS)]],
  delete: [['an operator', ({ who }) => isOperator(who)]],
};
