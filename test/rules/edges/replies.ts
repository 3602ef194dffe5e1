import type { Fields } from '#model/effect.ts';
import { messagePath, replyId } from '#model/message.ts';
import { roomPath } from '#model/room.ts';
import {
  ANSWERED,
  ASKED,
  answer,
  byPerson,
  HEARD,
  message,
  REPLY,
  ROOM,
  room,
  saidBy,
} from '../matrix/scene.ts';
import { ago, component, SERVER_TIME, STRANGER, set, update } from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';

const at = (id: string): string => messagePath(ROOM, id);
const REPLIES = component('reply');
const SWEEP = component('sweep');

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

export const replyEdges = edges('messages', [...replies, ...goingOn]);
