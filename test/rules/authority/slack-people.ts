import { asSlackPerson, isSlackPersonId } from '#model/slack-person.ts';
import { type Collection, isNow } from './situation.ts';
import { are, isComponent, isPerson } from './who.ts';

export const slackPeople: Collection = {
  get: [
    ['anybody signed in', ({ who }) => isPerson(who)],
    ['slackApply', are('slackApply')],
  ],
  list: [],
  create: [
    [
      'slackApply',
      (s) =>
        isComponent(s.who, 'slackApply') &&
        isSlackPersonId(s.id) &&
        asSlackPerson(s.after).ok &&
        isNow(s, s.after?.fetched),
    ],
  ],
  update: [],
  delete: [],
};
