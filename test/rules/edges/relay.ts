import { deadLetterPath } from '#model/dead-letter.ts';
import { ABSENT, type Fields } from '#model/effect.ts';
import { inboxPath } from '#model/inbox.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId, mirrorPath } from '#model/mirror.ts';
import { roomPath } from '#model/room.ts';
import { ANSWERED, ASKED, letter, link, mark, message, REPLY, ROOM, room } from '../matrix/scene.ts';
import {
  ago,
  ahead,
  batch,
  component,
  FAR_OFF,
  LONG_AGO,
  millisecondsIn,
  person,
  SERVER_TIME,
  STRANGER,
  set,
  update,
} from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';

const POST = component('slackPost');
const OPERATE = component('operate');
const LINK = linkPath(ROOM);

const tied = (number: unknown, where = 'hall') =>
  set(
    linkPath(where),
    link({
      lease: { number, held: false, since: SERVER_TIME },
      pause: { since: SERVER_TIME, seconds: 0 },
      settled: SERVER_TIME,
      heard: SERVER_TIME,
    }),
  );
const HALL = { [roomPath('hall')]: room() };
const claims = update(LINK, { lease: { number: 5, held: true, since: SERVER_TIME } });
const leased = (since: unknown, held = true): Over => ({
  [LINK]: link({ lease: { number: 4, held, since } }),
});
const paused = (seconds: number): Over => ({ [LINK]: link({ pause: { since: ago(seconds), seconds: 30 } }) });

const links: Edge[] = [
  ['a link counts from almost an hour ago', true, OPERATE, tied(millisecondsIn(-3_599.5)), HALL],
  ['a link counts from an hour ago', false, OPERATE, tied(millisecondsIn(-3_600.5)), HALL],
  ['a link counts from almost five minutes from now', true, OPERATE, tied(millisecondsIn(299.5)), HALL],
  ['a link counts from five minutes from now', false, OPERATE, tied(millisecondsIn(300.5)), HALL],
  ['a link that is there is made anew', false, OPERATE, tied(millisecondsIn(0), ROOM), leased(FAR_OFF)],
  ['a lease is taken that was given back just now', true, POST, claims, leased(ago(1), false)],
  ['a lease is taken just after a minute', true, POST, claims, leased(ago(60.5))],
  ['a lease is taken just before a minute', false, POST, claims, leased(ago(59.5))],
  ['a lease is taken just after a pause', true, POST, claims, paused(30.5)],
  ['a lease is taken just before the end of a pause', false, POST, claims, paused(29.5)],
];

const MARK = mirrorPath(ROOM, ASKED);
const LETTER = deadLetterPath(mirrorId(ROOM, ASKED));
const SENDING = { wanted: 2, state: 'sending', attempts: 1, lease: 4 };
/** The mirror of a message of revision 3, under a lease of some number. */
const working = (before: Fields, number = 4): Over => ({
  [LINK]: link({ lease: { number, held: true, since: FAR_OFF } }),
  [messagePath(ROOM, ASKED)]: message('clara', { revision: 3 }),
  [MARK]: mark(ROOM, before),
});
const TS = '1700000000.000200';
const SHOWN = { channel: 'C1', ts: TS, parts: [TS], state: 'sent', attempts: 0, lease: 4 };
const shows = (over: Fields) => update(MARK, { ...SHOWN, wanted: 2, sent: 2, ...over });
const voids = (over: Fields) =>
  update(MARK, { state: 'void', attempts: 0, lease: 4, wanted: 2, sent: 2, ...over });
const DOUBT = { since: SERVER_TIME, channel: 'C1' };
const attempts = (doubt: Fields = DOUBT, over: Fields = {}) =>
  update(MARK, { state: 'sending', attempts: 1, lease: 4, doubt, ...over });

const showing: Edge[] = [
  [
    'a post shows more than was wanted, as there is',
    true,
    POST,
    shows({ wanted: 3, sent: 3 }),
    working(SENDING),
  ],
  ['a post shows more than there is', false, POST, shows({ wanted: 4, sent: 4 }), working(SENDING)],
  ['a post shows less than was wanted', false, POST, shows({}), working({ ...SENDING, wanted: 3 })],
  [
    'a post shows all of a message that is gone',
    true,
    POST,
    shows({}),
    { ...working(SENDING), [messagePath(ROOM, ASKED)]: undefined },
  ],
  ['a post is shown by the next worker', true, POST, shows({ lease: 5 }), working(SENDING, 5)],
  ['nothing is shown of more than was wanted', true, POST, voids({ wanted: 3, sent: 3 }), working(SENDING)],
  ['nothing is shown by the next worker', true, POST, voids({ lease: 5 }), working(SENDING, 5)],
  ['nothing is shown of what was shown', false, POST, voids({}), working({ ...SENDING, sent: 2 })],
  ['nothing is shown of the next level', true, POST, voids({}), working({ ...SENDING, sent: 1 })],
  [
    'a post is put back by the next worker',
    true,
    POST,
    update(MARK, { state: 'wanted', attempts: 1, lease: 5 }),
    working(SENDING, 5),
  ],
  [
    'a mirror in an unknown state is tried',
    false,
    POST,
    attempts(),
    working({ ...SENDING, state: STRANGER, attempts: 0 }),
  ],
  [
    'a mirror in an unknown state is given up',
    false,
    POST,
    update(MARK, { state: 'failed', error: 'x', lease: 4 }),
    working({ ...SENDING, state: STRANGER }),
  ],
  [
    'a mirror is tried under a lease that is taken just now',
    false,
    POST,
    batch(claims, attempts(DOUBT, { lease: 5 })),
    { ...working({ wanted: 2 }), [LINK]: link() },
  ],
];

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
    working({ wanted: 2, sent: 2, state: 'sent', channel: 'C1', ts: TS, parts: [TS], lease: 4 }),
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

const marks = (over: Fields, path = MARK) => set(path, mark(ROOM, over));
const raises = (over: Fields) => update(MARK, { wanted: 3, state: 'wanted', ...over });
const redriven = { state: 'wanted', attempts: 0, error: ABSENT };
const FAILED = { wanted: 2, state: 'failed', attempts: 3, lease: 4, error: 'msg_too_long' };

const marking: Edge[] = [
  ['a mark under the id of another', false, component('mirror'), marks({}, mirrorPath(ROOM, ANSWERED))],
  ['a mark of a reply', true, component('mirror'), marks({ message: REPLY }, mirrorPath(ROOM, REPLY))],
  [
    'a mark of a message of an unknown kind',
    false,
    component('mirror'),
    marks({}),
    { [messagePath(ROOM, ASKED)]: message('', { author: { kind: STRANGER, id: 'x' } }) },
  ],
  [
    'more is wanted, in an unknown state',
    false,
    component('mirror'),
    raises({ state: STRANGER }),
    working({ wanted: 2 }),
  ],
  [
    'more is wanted, at another time',
    false,
    component('mirror'),
    raises({ at: LONG_AGO }),
    working({ wanted: 2, at: FAR_OFF }),
  ],
  [
    'a person tries again what was decided to be tried again',
    false,
    person('mia'),
    update(MARK, redriven),
    { ...working(FAILED), [LETTER]: letter(ROOM, { state: 'redriven', by: 'opal', decided: LONG_AGO }) },
  ],
];

const event = (over: Fields = {}): Fields => ({
  team: 'T1',
  app: 'A1',
  type: 'message',
  body: '{}',
  received: SERVER_TIME,
  expires: ahead(86_400),
  state: 'received',
  ...over,
});
const RECEIVE = component('slackReceive');
const receives = (expires: unknown) => set(inboxPath('E1'), event({ expires }));
const FORTNIGHT = 15 * 86_400;

const inbox: Edge[] = [
  ['an event that is kept for half a second', true, RECEIVE, receives(ahead(0.5))],
  ['an event that is over since half a second', false, RECEIVE, receives(ago(0.5))],
  ['an event that is kept for almost 15 days', true, RECEIVE, receives(ahead(FORTNIGHT - 0.5))],
  ['an event that is kept for just over 15 days', false, RECEIVE, receives(ahead(FORTNIGHT + 0.5))],
  [
    'an event that is there is stored anew',
    false,
    RECEIVE,
    set(inboxPath('E1'), event({ body: '[]' })),
    { [inboxPath('E1')]: event({ received: LONG_AGO, expires: FAR_OFF }) },
  ],
];

const deadLetters: Edge[] = [
  [
    'a letter of a room whose id has a hyphen',
    false,
    POST,
    set('deadLetters/a-b-c', letter('a-b', { message: 'c', at: SERVER_TIME })),
  ],
  [
    'a letter is put into an unknown state, whatever is tried again',
    false,
    OPERATE,
    update(LETTER, { state: STRANGER, by: 'opal', decided: SERVER_TIME }),
    { ...working({ wanted: 3 }), [LETTER]: letter(ROOM) },
  ],
];

export const relayEdges = [
  ...edges('links', links),
  ...edges('mirrors', [...showing, ...parts, ...marking]),
  ...edges('inbox', inbox),
  ...edges('deadLetters', deadLetters),
];
