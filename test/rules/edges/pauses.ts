import type { Fields } from '#model/effect.ts';
import { pausePath } from '#model/pause.ts';
import { FELT_SENDING, feltPath, feltThere } from '../matrix/rows/reaction-mirrors.ts';
import { ROOM } from '../matrix/scene.ts';
import { ago, batch, SERVER_TIME, set, update } from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';
import { attempts, claims, DOUBT, MARK, POST, TS, working } from './working.ts';

const paused = (seconds: number, channel = 'C1', team = 'T1'): Over => ({
  [pausePath(team, channel)]: { since: ago(seconds), seconds: 30 },
});
const pause = { since: SERVER_TIME, seconds: 30 };
const asks = (over: Fields) => set(pausePath('T1', 'C9'), { ...pause, ...over });
const asksAgain = (seconds: number) => update(pausePath('T1', 'C1'), { since: SERVER_TIME, seconds });
const asksFirst = set(pausePath('T1', 'C1'), pause);
const WANTED = { wanted: 2 };
const SENT = { wanted: 2, sent: 1, team: 'T1', channel: 'C2', ts: TS, parts: [TS] };
const SOUGHT = { ...WANTED, state: 'sending', doubt: { ...DOUBT, since: ago(9), channel: 'C2' } };
const again = update(MARK, { state: 'sending', attempts: 1, lease: 4 });
const feels = update(feltPath(ROOM), { state: 'sending', attempts: 1, lease: 4, shown: FELT_SENDING.shown });
const felt = (over: Over): Over => ({ ...feltThere({ wanted: 2 })(ROOM), ...over });

export const pauseEdges = edges('pauses', [
  ['a pause of an hour', true, POST, asks({ seconds: 3_600 })],
  ['a pause of an hour and a second', false, POST, asks({ seconds: 3_601 })],
  ['a pause of no time', true, POST, asks({ seconds: 0 })],
  ['a pause of less than no time', false, POST, asks({ seconds: -1 })],
  ['a pause with a note', false, POST, asks({ note: 'x'.repeat(1_000) })],
  ['a pause that ends as the one before', true, POST, asksAgain(20), paused(10)],
  ['a pause of a team that is none', false, POST, set(pausePath('t1', 'C9'), pause)],
  ['a pause of a channel that is none', false, POST, set(pausePath('T1', 'c9'), pause)],
  ['a pause that ends just before the one before', false, POST, asksAgain(19), paused(10)],
  ['a lease is taken just after its channel’s pause', true, POST, claims, paused(30.5)],
  ['a lease is taken just before the end of its channel’s pause', false, POST, claims, paused(29.5)],
  ['a lease is taken in the pause of another channel', true, POST, claims, paused(29.5, 'C2')],
  ['a lease is taken in the pause of another team', true, POST, claims, paused(29.5, 'C1', 'T2')],
  [
    'an attempt just after its channel’s pause',
    true,
    POST,
    attempts(),
    { ...working(WANTED), ...paused(30.5) },
  ],
  ['an attempt in its channel’s pause', false, POST, attempts(), { ...working(WANTED), ...paused(29.5) }],
  [
    'an attempt in the pause of where it was not sent',
    true,
    POST,
    attempts(),
    { ...working(SENT), ...paused(29.5) },
  ],
  [
    'an attempt in the pause of where it was sent',
    false,
    POST,
    attempts(),
    { ...working(SENT), ...paused(29.5, 'C2') },
  ],
  [
    'an attempt in the pause of where it may have been sent',
    false,
    POST,
    again,
    { ...working(SOUGHT), ...paused(29.5, 'C2') },
  ],
  [
    'an attempt in the pause of the workspace where it was sent',
    false,
    POST,
    attempts(),
    { ...working({ ...SENT, team: 'T2' }), ...paused(29.5, 'C2', 'T2') },
  ],
  [
    'an attempt in the pause of a workspace where it was not sent',
    true,
    POST,
    attempts(),
    { ...working({ ...SENT, team: 'T2' }), ...paused(29.5, 'C2') },
  ],
  [
    'an attempt in the pause of the workspace where it may have been sent',
    false,
    POST,
    again,
    {
      ...working({ ...SOUGHT, doubt: { ...SOUGHT.doubt, team: 'T2' } }),
      ...paused(29.5, 'C2', 'T2'),
    },
  ],
  [
    'an attempt with which its channel’s first pause begins',
    true,
    POST,
    batch(asksFirst, attempts()),
    working(WANTED),
  ],
  [
    'an attempt with which a pause that is over begins anew, for longer',
    true,
    POST,
    batch(asksAgain(60), attempts()),
    { ...working(WANTED), ...paused(40) },
  ],
  ['a try at reactions just after its channel’s pause', true, POST, feels, felt(paused(30.5))],
  ['a try at reactions in its channel’s pause', false, POST, feels, felt(paused(29.5))],
  ['a try at reactions in the pause of another team', true, POST, feels, felt(paused(29.5, 'C1', 'T2'))],
] satisfies Edge[]);
