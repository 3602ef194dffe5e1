import { reactionPath } from '#model/reaction.ts';
import { heardReaction, PARTY } from '../matrix/rows/reactions.ts';
import { ASKED, ROOM, sceneWith } from '../matrix/scene.ts';
import { update } from '../wire/index.ts';
import { type Machine, moves } from './machine.ts';

const PATH = reactionPath(ROOM, ASKED, 'T1-U1', PARTY);
const STATES = ['on', 'off'];

export const reactions: Machine[] = [
  {
    of: 'a reaction in Slack',
    about: 'reactions',
    states: STATES,
    given: (state) => sceneWith({ [PATH]: heardReaction({ on: state === 'on' }) }),
    movers: [
      {
        who: 'slackApply',
        ask: (_, to) => update(PATH, { on: to === 'on', told: '1700000002.000100' }),
        may: moves(STATES, STATES),
      },
    ],
  },
];
