import type { Fields } from '#model/effect.ts';
import { inboxPath } from '#model/inbox.ts';
import { entry } from '../matrix/rows/inbox.ts';
import { sceneWith } from '../matrix/scene.ts';
import { update } from '../wire/index.ts';
import { type Machine, moves } from './machine.ts';

const PATH = inboxPath('Ev1');

/** `tired` was brought up as often as it may be. */
const ENTRIES: Readonly<Record<string, Fields>> = {
  fresh: { state: 'received' },
  nudged: { state: 'received', nudges: 4 },
  tired: { state: 'received', nudges: 5 },
  applied: { state: 'applied' },
  ignored: { state: 'ignored', reason: 'a bot wrote it' },
  failed: { state: 'failed', reason: 'no text' },
};
const OUTCOMES = ['applied', 'ignored', 'failed'];
const WAITING = ['fresh', 'nudged', 'tired'];

export const inbox: Machine[] = [
  {
    of: 'an event',
    about: 'inbox',
    states: Object.keys(ENTRIES),
    given: (state) => sceneWith({ [PATH]: entry(ENTRIES[state]) }),
    movers: [
      {
        who: 'slackApply',
        ask: (_, to) =>
          update(PATH, OUTCOMES.includes(to) ? { state: to, reason: 'so it is' } : { ...ENTRIES[to] }),
        may: moves(WAITING, OUTCOMES),
      },
      {
        who: 'sweep',
        ask: (_, to) =>
          update(
            PATH,
            OUTCOMES.includes(to) ? { state: to, reason: 'so it is' } : { nudges: ENTRIES[to]?.nudges ?? 0 },
          ),
        may: [
          ['nudged', 'tired'],
          ['tired', 'failed'],
        ],
      },
    ],
  },
];
