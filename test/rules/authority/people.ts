import { CHANGE_SECONDS } from '#model/limits.ts';
import { asPerson } from '#model/person.ts';
import { type Collection, hasPassed, isNow, type Situation } from './situation.ts';
import { are, isGuest, isPerson, uid } from './who.ts';

/** Their own page, true in what it says of their account. */
const isOwnPage = (s: Situation): boolean =>
  isPerson(s.who) &&
  uid(s.who) === s.id &&
  asPerson(s.after).ok &&
  s.after?.guest === isGuest(s.who) &&
  isNow(s, s.after?.changed);

export const people: Collection = {
  get: [
    ['anybody signed in', ({ who }) => isPerson(who)],
    ['slackPost, for the name in Slack', are('slackPost')],
  ],
  list: [],
  create: [['a person, their own page', isOwnPage]],
  update: [
    ['a person, their own page', (s) => isOwnPage(s) && hasPassed(s, s.before?.changed, CHANGE_SECONDS)],
  ],
  delete: [],
};
