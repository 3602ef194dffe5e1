import type { Fields } from '#model/effect.ts';
import { SERVER_TIME } from '../wire/index.ts';
import { type Edge, edges } from './edge.ts';
import { attempts, DOUBT, POST, SENDING, shows, TS, working } from './working.ts';

const BAD_TS = {
  'without a point': '1700000000x000200',
  'with letters before it': 'x.000200',
  'with a letter after it': '1700000000.00020x',
  'with five digits after it': '1700000000.00020',
  'with seven digits after it': '1700000000.0002000',
};
const badly = (how: string, over: (ts: string) => Fields): Edge[] =>
  Object.entries(BAD_TS).map(([what, ts]) => [
    `${how} ${what}`,
    false,
    POST,
    shows(over(ts)),
    working(SENDING),
  ]);
const posts = (count: number): string[] =>
  Array.from({ length: count }, (_, nth) => `1700000000.${String(200 + nth).padStart(6, '0')}`);

const parts: Edge[] = [
  ...badly('a post under a ts', (ts) => ({ ts, parts: [ts] })),
  ...badly('a post with another', (ts) => ({ parts: [TS, ts] })),
  ...badly('a post in a thread', (ts) => ({ thread: ts })),
  ['a post in a thread', true, POST, shows({ thread: TS }), working(SENDING)],
  ['500 posts of a message', true, POST, shows({ parts: posts(500) }), working(SENDING)],
  ['501 posts of a message', false, POST, shows({ parts: posts(501) }), working(SENDING)],
  ['two posts as one', false, POST, shows({ ts: `${TS} ${TS}`, parts: [`${TS} ${TS}`] }), working(SENDING)],
  ['a post with a field of a doubt', false, POST, shows({ since: SERVER_TIME }), working(SENDING)],
  ['an attempt with its doubt', true, POST, attempts(), working({ wanted: 2 })],
  [
    'an attempt at what was sent',
    false,
    POST,
    attempts(),
    working({ wanted: 2, sent: 2, state: 'sent', team: 'T1', channel: 'C1', ts: TS, parts: [TS], lease: 4 }),
  ],
  ...['state', 'sent', 'wanted', 'attempts', 'lease', 'doubt', 'ts', 'parts'].map(
    (name): Edge => [
      `an attempt whose doubt has ${name}`,
      false,
      POST,
      attempts({ ...DOUBT, [name]: 1 }),
      working({ wanted: 2 }),
    ],
  ),
];

export const partEdges = edges('mirrors', parts);
