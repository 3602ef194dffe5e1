import { ABSENT, type Fields, SERVER_TIME } from '#model/effect.ts';
import { REACTION_MIRROR_STATES } from '#model/reaction-mirror.ts';
import {
  FELT_FAILED,
  FELT_SENDING,
  FELT_SHOWN,
  feltLetter,
  feltPath,
  feltThere,
} from '../matrix/rows/reaction-mirrors.ts';
import { letter, ROOM, sceneWith } from '../matrix/scene.ts';
import { batch, update } from '../wire/index.ts';
import { type Machine, moves } from './machine.ts';

const PATH = feltPath(ROOM);
const MARKS: Readonly<Record<string, Fields>> = {
  wanted: { wanted: 2 },
  sending: FELT_SENDING,
  sent: { ...FELT_SENDING, ...FELT_SHOWN },
  failed: FELT_FAILED,
};

/** How slackPost would bring a mark into a state. */
const POSTED: Readonly<Record<string, Fields>> = {
  wanted: { sent: 1, attempts: 0 },
  sending: { attempts: 2 },
  sent: { sent: 2, attempts: 0 },
  failed: { error: 'not_reactable' },
};

export const reactionMirrors: Machine[] = [
  {
    of: 'a mark of reactions',
    about: 'reactionMirrors',
    states: REACTION_MIRROR_STATES,
    given: (state) =>
      sceneWith(
        feltThere({ ...MARKS[state], state }, (where) => ({ [feltLetter(where)]: letter(where) }))(ROOM),
      ),
    movers: [
      {
        who: 'slackPost',
        // An attempt is one more than there were.
        ask: (from, to) =>
          update(PATH, {
            state: to,
            lease: 4,
            ...POSTED[to],
            ...(from === 'wanted' && to === 'sending' && { attempts: 1 }),
          }),
        may: [
          ...moves(['wanted'], ['sending', 'failed']),
          ...moves(['sending'], ['wanted', 'sending', 'sent', 'failed']),
        ],
      },
      {
        who: 'mirrorReactions',
        // What was given up has all attempts before it again.
        ask: (from, to) =>
          update(PATH, {
            wanted: 3,
            state: to,
            at: SERVER_TIME,
            ...(from === 'failed' && { attempts: 0, error: ABSENT }),
          }),
        may: [...moves(['wanted', 'sent'], ['wanted']), ...moves(['sending', 'failed'], ['sending'])],
      },
      {
        who: 'operate',
        ask: (_, to) =>
          batch(
            update(PATH, { state: to, attempts: 0, error: ABSENT }),
            update(feltLetter(ROOM), { state: 'redriven', by: 'opal', decided: SERVER_TIME }),
          ),
        may: [['failed', 'sending']],
      },
    ],
  },
];
