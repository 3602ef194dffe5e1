import { asSlackPerson, isSlackPersonId } from '#model/slack-person.ts';
import { type Collection, isNow, type Situation } from './situation.ts';
import { are, isComponent, isPerson } from './who.ts';

const isLook = (s: Situation): boolean =>
  isComponent(s.who, 'slackApply') && asSlackPerson(s.after).ok && isNow(s, s.after?.fetched);

export const slackPeople: Collection = {
  get: [
    ['anybody signed in', ({ who }) => isPerson(who)],
    ['slackApply and slackPost', are('slackApply', 'slackPost')],
  ],
  list: [],
  create: [['slackApply', (s) => isSlackPersonId(s.id) && isLook(s)]],
  update: [['slackApply, anew', isLook]],
  delete: [],
};
