import { memberPath } from '#model/member.ts';
import { slackMessageId } from '#model/message.ts';
import { asReaction, reacting, reactionPath } from '#model/reaction.ts';
import { heardReaction, PARTY, reaction } from '../matrix/rows/reactions.ts';
import { ASKED, HEARD, ROOM, sceneWith } from '../matrix/scene.ts';
import { component, person, SERVER_TIME, update } from '../wire/index.ts';
import { any, type Choice, type Specimen } from './specimen.ts';

const told = (
  name: string,
  path: string,
  more: Pick<Specimen, 'as' | 'after'> & Partial<Specimen>,
): Specimen => ({
  name,
  about: 'reactions',
  given: sceneWith(),
  path,
  guard: asReaction,
  ...more,
});
const HEARD_PATH = reactionPath(ROOM, ASKED, 'T1-U1', PARTY);
const LATER = slackMessageId('C1', '1700000099.000100');
const isByNow: Choice = (value) => value instanceof Date && value.getTime() <= Date.now() + 60_000;
const isNewer: Choice = (value) => typeof value === 'string' && value > '1700000001.000100';

export const reactions: Specimen[] = [
  told('a member reacts', reactionPath(ROOM, ASKED, 'mia', PARTY), {
    as: person('mia'),
    after: reaction('mia', { at: SERVER_TIME }),
    also: [
      update(memberPath(ROOM, 'mia'), {
        sent: { since: SERVER_TIME, count: 1, last: reacting(ASKED, PARTY, true) },
      }),
    ],
  }),
  ...[HEARD, LATER].map((message) =>
    told(
      `slackApply writes a reaction to ${message === HEARD ? 'what is there' : 'what is to come'}`,
      reactionPath(ROOM, message, 'T1-U1', PARTY),
      {
        as: component('slackApply'),
        after: heardReaction(),
        free: { on: any, at: isByNow, told: (value) => value !== undefined },
      },
    ),
  ),
  told('slackApply hears that it is taken back', HEARD_PATH, {
    as: component('slackApply'),
    given: sceneWith({ [HEARD_PATH]: heardReaction() }),
    after: heardReaction({ on: false, told: '1700000002.000100' }),
    free: { on: any, at: isByNow, told: isNewer },
  }),
];
