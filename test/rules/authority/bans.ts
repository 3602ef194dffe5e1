import { asBan } from '#model/ban.ts';
import { CHANGE_SECONDS, PAGE_SIZE } from '#model/limits.ts';
import { type Collection, hasPassed, isNow, isShort, type Situation } from './situation.ts';
import { isDecided } from './spending.ts';
import { isOwner, isPerson, uid } from './who.ts';

const isImposed = (s: Situation): boolean =>
  isOwner(s) && asBan(s.after).ok && s.after?.by === uid(s.who) && isNow(s, s.after.at) && isDecided(s, s.id);

export const bans: Collection = {
  get: [
    ['whom it is about', ({ who, id }) => isPerson(who) && uid(who) === id],
    ['an owner', isOwner],
  ],
  list: [['an owner', (s) => isOwner(s) && isShort(s, PAGE_SIZE)]],
  create: [['an owner, of their allowance', isImposed]],
  update: [],
  delete: [
    [
      'an owner, who lifts it, of their allowance',
      (s) => isOwner(s) && hasPassed(s, s.before?.at, CHANGE_SECONDS) && isDecided(s, s.id),
    ],
  ],
};
