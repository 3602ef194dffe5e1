import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { memberPath, sending } from '#model/member.ts';
import { messagePath, replyId, slackMessageId } from '#model/message.ts';
import { roomPath } from '#model/room.ts';
import { slackPersonPath } from '#model/slack-person.ts';
import {
  ANSWERED,
  ASKED,
  answer,
  byPerson,
  freshOf,
  HEARD,
  heard,
  link,
  message,
  REPLY,
  ROOM,
  room,
  saidBy,
} from '../matrix/scene.ts';
import {
  ago,
  ahead,
  batch,
  component,
  double,
  FAR_OFF,
  person,
  SERVER_TIME,
  STRANGER,
  set,
  update,
} from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';

const at = (id: string): string => messagePath(ROOM, id);
const MIA = person('mia');
const REPLIES = component('reply');
const SWEEP = component('sweep');
const APPLY = component('slackApply');

const paid = (what: string) =>
  update(memberPath(ROOM, 'mia'), { sent: { since: SERVER_TIME, count: 1, last: what } });
const writes = (id: string, over: Fields = {}) =>
  batch(paid(sending(id, 1)), set(at(id), message('mia', { at: SERVER_TIME, ...over })));
const HERS = saidBy('mia');

const own: Edge[] = [
  ['a message under an id of 19', false, MIA, writes('m'.repeat(19))],
  ['a message under an id of 21', false, MIA, writes('m'.repeat(21))],
  ['a message under an id with a hyphen', false, MIA, writes(`${'m'.repeat(19)}-`)],
  [
    'a message whose revision is no whole number',
    false,
    MIA,
    writes(freshOf('mia'), { revision: double(1) }),
  ],
  [
    'a message of somebody of an unknown role',
    false,
    MIA,
    writes(freshOf('mia')),
    { [memberPath(ROOM, 'mia')]: { person: 'mia', role: STRANGER, joined: FAR_OFF } },
  ],
  [
    'an edit that leaves a revision out',
    false,
    MIA,
    batch(paid(sending(HERS, 3)), update(at(HERS), { text: 'anew', revision: 3, edited: SERVER_TIME })),
  ],
];

const answers = (over: Fields = {}, id = replyId(ASKED)) =>
  set(at(id), answer(ASKED, 'done', { at: SERVER_TIME, ...over }));
const asked = (over: Fields): Over => ({ [at(ASKED)]: message('clara', over) });
const bySlack = (id: string): Over => asked({ author: { kind: 'slack', id } });
const inThread = asked({ thread: ANSWERED });

const replies: Edge[] = [
  ['a reply under the id of another', false, REPLIES, answers({}, replyId(saidBy('otto')))],
  ['a reply in the thread of what it answers', true, REPLIES, answers({ thread: ANSWERED }), inThread],
  ['a reply outside of the thread of what it answers', false, REPLIES, answers(), inThread],
  ['a reply in another thread', false, REPLIES, answers({ thread: HEARD }), inThread],
  ['a reply in a thread, to what is in none', false, REPLIES, answers({ thread: ANSWERED })],
  [
    'a reply to somebody of an unknown kind',
    false,
    REPLIES,
    answers(),
    asked({ author: { kind: STRANGER, id: 'x' } }),
  ],
  [
    'a reply in a room that wants them in an unknown way',
    false,
    REPLIES,
    answers(),
    { [roomPath(ROOM)]: room({ reply: STRANGER }) },
  ],
  ['a reply to a bot in Slack', false, REPLIES, answers(), bySlack('T1-B1')],
  ['a reply to somebody in Slack', true, REPLIES, answers(), bySlack('T1-U1')],
  [
    'a reply to a person whose uid is like the id of a bot',
    true,
    REPLIES,
    answers(),
    asked({ author: byPerson('T1-B1') }),
  ],
];

const there = (state: string, over: Fields = {}): Over => ({ [at(REPLY)]: answer(ANSWERED, state, over) });
const goesOn = (state: string, revision: number) =>
  set(at(REPLY), answer(ANSWERED, state, { text: 'and on', revision }));
const breaksOff = set(at(REPLY), answer(ANSWERED, 'failed', { revision: 2 }));
const brokenOff = (seconds: number) => ({
  ask: update(at(REPLY), { 'reply.state': 'failed', revision: 2 }),
  over: there('writing', { at: ago(seconds) }),
});
const [long, short] = [brokenOff(90.5), brokenOff(89.5)];

const goingOn: Edge[] = [
  ['a reply in an unknown state goes on', false, REPLIES, goesOn('done', 2), there(STRANGER)],
  [
    'a reply ends as its last revision',
    true,
    REPLIES,
    goesOn('done', 500),
    there('writing', { revision: 499 }),
  ],
  [
    'a reply ends after its last revision',
    false,
    REPLIES,
    goesOn('done', 501),
    there('writing', { revision: 500 }),
  ],
  [
    'a reply goes on before its last revision',
    true,
    REPLIES,
    goesOn('writing', 499),
    there('writing', { revision: 498 }),
  ],
  [
    'a reply goes on as its last revision',
    false,
    REPLIES,
    goesOn('writing', 500),
    there('writing', { revision: 499 }),
  ],
  ['a reply is broken off after a minute and a half', true, SWEEP, long.ask, long.over],
  ['a reply is broken off before a minute and a half', false, SWEEP, short.ask, short.over],
  ['a reply that is old is broken off', true, SWEEP, breaksOff],
];

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

const slackPeople: Edge[] = [
  ['somebody of a team in small letters', false, APPLY, looks('t1-U1')],
  ['somebody in small letters', false, APPLY, looks('T1-u1')],
  ['somebody in capital letters', true, APPLY, looks('T1-U1')],
];

export const messageEdges = [
  ...edges('messages', [...own, ...replies, ...goingOn, ...fromSlack, ...underIds]),
  ...edges('slackPeople', slackPeople),
];
