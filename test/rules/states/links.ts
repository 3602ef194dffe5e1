import { ABSENT, type Fields, SERVER_TIME } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { link, ROOM, sceneWith } from '../matrix/scene.ts';
import { FAR_OFF, LONG_AGO, update } from '../wire/index.ts';
import { type Machine, moves } from './machine.ts';

const PATH = linkPath(ROOM);

/** `over` is held by somebody who has had their time; `paused` is free, and Slack asked to wait. */
const LINKS: Readonly<Record<string, Fields>> = {
  free: {},
  paused: { pause: { since: FAR_OFF, seconds: 30 }, error: 'ratelimited' },
  held: { lease: { number: 4, held: true, since: FAR_OFF } },
  over: { lease: { number: 4, held: true, since: LONG_AGO } },
};

const returned = (seconds: number): Fields => ({
  'lease.held': false,
  pause: { since: SERVER_TIME, seconds },
  settled: LONG_AGO,
});
const WAYS: Readonly<Record<string, Fields>> = {
  free: { ...returned(0), error: ABSENT },
  paused: { ...returned(30), error: 'ratelimited' },
  held: { lease: { number: 5, held: true, since: SERVER_TIME } },
  over: { lease: { number: 5, held: true, since: LONG_AGO } },
};

export const links: Machine[] = [
  {
    of: 'a link',
    about: 'links',
    states: Object.keys(LINKS),
    given: (state) => sceneWith({ [PATH]: link(LINKS[state]) }),
    movers: [
      {
        who: 'slackPost',
        ask: (_, to) => update(PATH, WAYS[to] ?? {}),
        may: [...moves(['held', 'over'], ['free', 'paused']), ...moves(['free', 'over'], ['held'])],
      },
      {
        who: 'operate',
        ask: (_, to) =>
          to === 'free'
            ? update(PATH, { error: ABSENT, pause: { since: SERVER_TIME, seconds: 0 } })
            : update(PATH, WAYS[to] ?? {}),
        may: [['paused', 'free']],
      },
    ],
  },
];
