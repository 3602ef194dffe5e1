import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { slackPersonPath } from '#model/slack-person.ts';
import { ASKED, HEARD, heard, link, mark, message, ROOM } from '../matrix/scene.ts';
import { ago, ahead, component, FAR_OFF, SERVER_TIME, set, update } from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';

const at = (id: string): string => messagePath(ROOM, id);
const APPLY = component('slackApply');

const TS = '1700000009.000100';
const hears = (over: Fields, id = slackMessageId('C1', TS)) => set(at(id), heard(over));
const again = (over: Fields) => update(at(HEARD), { revision: 2, ...over });
const other = { author: { kind: 'slack', id: 'T1-U2' } };

const fromSlack: Edge[] = [
  ['what was said almost five minutes from now', true, APPLY, hears({ at: ahead(299.5) })],
  ['what was said five minutes from now', false, APPLY, hears({ at: ahead(300.5) })],
  ['what was edited almost five minutes from now', true, APPLY, hears({ edited: ahead(299.5) })],
  ['what was edited five minutes from now', false, APPLY, hears({ edited: ahead(300.5) })],
  ['somebody whose id is none', false, APPLY, hears({ author: { kind: 'slack', id: 'T1-u1' } })],
  ['what is said anew by another', false, APPLY, again({ ...other, text: 'anew', edited: FAR_OFF })],
  ['what is said anew by another, in time', false, APPLY, again({ ...other, text: 'anew', edited: ago(9) })],
  ['what is taken back by another', false, APPLY, again({ ...other, text: '', deleted: ago(9) })],
];

const looks = (id: string) => set(slackPersonPath(id), { name: 'Hana', fetched: SERVER_TIME });
const inChannel = (channel: string): Over => ({ [linkPath(ROOM)]: link({ channel }) });
const underIds = [
  ['in small letters', 'slack-c1-1700000009.000100', 'c1'],
  ['without a channel', 'slack--1700000009.000100', ''],
  ['with letters for seconds', 'slack-C1-x.000100', 'C1'],
  ['without seconds', 'slack-C1-.000100', 'C1'],
  ['without a point', 'slack-C1-1700000009x000100', 'C1'],
  ['with a letter at its end', 'slack-C1-1700000009.00010x', 'C1'],
  ['with five digits at its end', 'slack-C1-1700000009.00010', 'C1'],
  ['with seven digits at its end', 'slack-C1-1700000009.0001000', 'C1'],
].map(
  ([how = '', id = '', channel = '']): Edge => [
    `what was said under an id ${how}`,
    false,
    APPLY,
    hears({}, id),
    inChannel(channel),
  ],
);

const MOVED: Over = { [linkPath(ROOM)]: link({ team: 'T2', channel: 'C2' }) };
const WEB: Over = { ...MOVED, [messagePath(ROOM, ASKED)]: message('T1-U1') };
const sent = (over: Fields): Over => ({
  ...WEB,
  [mirrorPath(ROOM, ASKED)]: mark(ROOM, { team: 'T1', channel: 'C1', ...over }),
});
const inThreads: Edge[] = [
  ['an answer where the room was', true, APPLY, hears({ thread: HEARD }), MOVED],
  ['an answer to what was sent where the room was', true, APPLY, hears({ thread: ASKED }), sent({})],
  ['an answer to what was sent elsewhere', false, APPLY, hears({ thread: ASKED }), sent({ channel: 'C2' })],
  [
    'an answer to what was sent to another workspace',
    false,
    APPLY,
    hears({ thread: ASKED }),
    sent({ team: 'T2' }),
  ],
  ['an answer to what is nowhere in Slack', false, APPLY, hears({ thread: ASKED }), WEB],
  [
    'an answer to what is not there',
    false,
    APPLY,
    hears({ thread: slackMessageId('C1', '1.000100') }),
    MOVED,
  ],
  [
    'an answer where the room was, under the id of a third channel',
    false,
    APPLY,
    hears({ thread: HEARD }, slackMessageId('C3', TS)),
    MOVED,
  ],
  [
    'an answer to what somebody of another workspace said',
    false,
    APPLY,
    hears({ thread: HEARD }),
    { ...MOVED, [at(HEARD)]: heard({ author: { kind: 'slack', id: 'T2-U1' } }) },
  ],
  [
    'what is no answer in the channel of another workspace',
    false,
    APPLY,
    hears({}),
    { [linkPath(ROOM)]: link({ team: 'T2' }) },
  ],
];

const slackPeople: Edge[] = [
  ['somebody of a team in small letters', false, APPLY, looks('t1-U1')],
  ['somebody in small letters', false, APPLY, looks('T1-u1')],
  ['somebody in capital letters', true, APPLY, looks('T1-U1')],
];

export const slackEdges = [
  ...edges('messages', [...fromSlack, ...underIds, ...inThreads]),
  ...edges('slackPeople', slackPeople),
];
