import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath, replyId, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { roomPath } from '#model/room.ts';
import { ago, batch, LONG_AGO, SERVER_TIME, set, update } from '../../wire/index.ts';
import { NONE, type Row, row } from '../row.ts';
import {
  ANSWERED,
  ASKED,
  answer,
  HEARD,
  heard,
  link,
  mark,
  message,
  OTHER_ROOM,
  REPLY,
  ROOM,
  room,
  saidBy,
} from '../scene.ts';

const begun = (where: string, to: string, state: string, over: Fields = {}) =>
  set(messagePath(where, replyId(to)), answer(to, state, { at: SERVER_TIME, ...over }));
const advanced = (where: string, state: string, over: Fields = {}) =>
  update(messagePath(where, REPLY), { 'reply.state': state, revision: 2, ...over });
const there =
  (state: string, over: Fields = {}) =>
  (name: string) => ({
    [messagePath(name, REPLY)]: answer(ANSWERED, state, over),
  });
const setTo = (reply: string) => (name: string) => ({ [roomPath(name)]: room({ reply }) });

/** Replies, and what came from Slack, among the messages. */
export const replies: Row[] = [
  row('create', 'a reply, done, to what a person said', ['reply'], {
    if: 'under the id that follows from what it answers, and in its thread',
    ask: (here) => begun(here.room, ASKED, 'done'),
  }),
  row('create', 'a reply, on its way, to what a person said', ['reply'], {
    ask: (here) => begun(here.room, ASKED, 'writing', { text: '' }),
  }),
  row('create', 'a reply to what was said in Slack', ['reply'], {
    ask: (here) => begun(here.room, HEARD, 'done'),
  }),
  row('create', 'a reply to what a bot said in Slack', NONE, {
    given: (where) => ({
      [messagePath(where, HEARD)]: heard({ author: { kind: 'slack', id: 'T1-B1' } }),
    }),
    ask: (here) => begun(here.room, HEARD, 'done'),
  }),
  row('create', 'a reply where it is only called for', ['reply'], {
    given: setTo('mentioned'),
    ask: (here) => begun(here.room, ASKED, 'done'),
  }),
  row('create', 'a reply where it is switched off', NONE, {
    given: setTo('off'),
    ask: (here) => begun(here.room, ASKED, 'done'),
  }),
  row('create', 'a reply to a reply', NONE, { ask: (here) => begun(here.room, REPLY, 'done') }),
  row('create', 'a reply to a message of another room', NONE, {
    given: () => ({
      [messagePath(ROOM, saidBy('max'))]: undefined,
      [messagePath(OTHER_ROOM, saidBy('max'))]: message('max'),
    }),
    ask: () => begun(ROOM, saidBy('max'), 'done'),
    anywhere: true,
  }),
  row('create', 'the place of a reply that nobody began', ['sweep'], {
    if: 'without a text',
    ask: (here) => begun(here.room, ASKED, 'wanted', { text: '' }),
  }),
  row('create', 'the place of a reply, where it is switched off', NONE, {
    given: setTo('off'),
    ask: (here) => begun(here.room, ASKED, 'wanted', { text: '' }),
  }),
  row('update', 'a reply that is on its way, by a part', ['reply'], {
    if: 'by one revision; the last of 500 is the end',
    ask: (here) => advanced(here.room, 'writing', { text: 'Hello hello, it' }),
  }),
  row('update', 'a reply that is on its way, to its end', ['reply'], {
    ask: (here) => advanced(here.room, 'done', { text: 'Hello hello, it is me' }),
  }),
  row('update', 'the place of a reply, by the first part', ['reply'], {
    given: there('wanted', { text: '' }),
    ask: (here) => advanced(here.room, 'writing', { text: 'Hello' }),
  }),
  row('update', 'a reply that broke off, to failed', ['reply', 'sweep'], {
    if: 'sweep 90 seconds after it was begun, and not the text',
    ask: (here) => advanced(here.room, 'failed'),
  }),
  row('update', 'a reply of which only its worker knows how it is, to failed', ['reply'], {
    given: there('writing', { at: ago(89) }),
    ask: (here) => advanced(here.room, 'failed'),
  }),
  row('update', 'a reply that is done', NONE, {
    given: there('done'),
    ask: (here) => advanced(here.room, 'done', { text: 'something else' }),
  }),
  row('update', 'a reply that failed', NONE, {
    given: there('failed'),
    ask: (here) => advanced(here.room, 'writing', { text: 'something else' }),
  }),
  row('update', 'a reply without counting', NONE, {
    ask: (here) => advanced(here.room, 'writing', { text: 'Hello hello, it', revision: 1 }),
  }),
];

const NEWS = slackMessageId('C1', '1700000009.000100');
const NEXT = slackMessageId('C1', '1700000010.000100');
const said = (where: string, over: Fields = {}) => set(messagePath(where, NEWS), heard(over));
const saidAnew = (where: string, over: Fields) => update(messagePath(where, HEARD), { revision: 2, ...over });
const SENT_THERE = { team: 'T1', channel: 'C1', ts: '1700000000.000200', parts: ['1700000000.000200'] };
const LATER = new Date(LONG_AGO.getTime() + 60_000);

export const slackMessages: Row[] = [
  row('create', 'what was said in Slack', ['slackApply'], {
    if: 'in the channel that the room is linked to, under the id that it and `ts` make',
    ask: (here) => said(here.room, { edited: LATER }),
  }),
  row('create', 'the tombstone of what was said in Slack', ['slackApply'], {
    ask: (here) => said(here.room, { text: '', deleted: LATER }),
  }),
  row('create', 'what was said in another channel', NONE, {
    given: (name) => ({ [linkPath(name)]: link({ channel: 'C2' }) }),
    ask: (here) => said(here.room),
  }),
  row('create', 'what was said in another channel, in a thread that the room has there', ['slackApply'], {
    if: 'in the workspace of the thread, while the room is linked to any',
    given: (name) => ({ [linkPath(name)]: link({ team: 'T2', channel: 'C2' }) }),
    ask: (here) => said(here.room, { thread: HEARD }),
  }),
  row('create', 'what was said in another channel, in a thread of what was sent there', ['slackApply'], {
    given: (name) => ({
      [linkPath(name)]: link({ team: 'T2', channel: 'C2' }),
      [mirrorPath(name, ASKED)]: mark(name, SENT_THERE),
    }),
    ask: (here) => said(here.room, { thread: ASKED }),
  }),
  row('create', 'what was said in another channel, in a thread of what was sent to a third', NONE, {
    given: (name) => ({
      [linkPath(name)]: link({ team: 'T2', channel: 'C2' }),
      [mirrorPath(name, ASKED)]: mark(name, { ...SENT_THERE, channel: 'C3' }),
    }),
    ask: (here) => said(here.room, { thread: ASKED }),
  }),
  row('create', 'what was said in another channel, in a thread of what was sent nowhere', NONE, {
    given: (name) => ({ [linkPath(name)]: link({ channel: 'C2' }) }),
    ask: (here) => said(here.room, { thread: ASKED }),
  }),
  row('create', 'what was said in another channel, with the thread of which it says so', NONE, {
    given: (name) => ({ [linkPath(name)]: link({ team: 'T2', channel: 'C2' }) }),
    ask: (here) =>
      batch(said(here.room, { thread: NEXT }), set(messagePath(here.room, NEXT), heard({ thread: NEWS }))),
  }),
  row('create', 'what was said in a thread of the room’s, by somebody of another workspace', NONE, {
    given: (name) => ({ [linkPath(name)]: link({ team: 'T2', channel: 'C2' }) }),
    ask: (here) => said(here.room, { thread: HEARD, author: { kind: 'slack', id: 'T2-U1' } }),
  }),
  row('create', 'what was said in a thread that the room has, while it has no link', NONE, {
    given: (name) => ({ [linkPath(name)]: undefined }),
    ask: (here) => said(here.room, { thread: HEARD }),
  }),
  row('create', 'what was said in Slack, in a room without a link', NONE, {
    given: (name) => ({ [linkPath(name)]: undefined }),
    ask: (here) => said(here.room),
  }),
  row('create', 'what was said in Slack, under the id of a message from the web', NONE, {
    ask: (here) => set(messagePath(here.room, saidBy('max')), heard()),
  }),
  row('update', 'what was said in Slack, to a newer wording', ['slackApply'], {
    if: 'by one revision, and a later edit than the last',
    ask: (here) => saidAnew(here.room, { text: 'hi again', edited: LATER }),
  }),
  row('update', 'what was said in Slack, to a tombstone', ['slackApply'], {
    ask: (here) => saidAnew(here.room, { text: '', deleted: LATER }),
  }),
  row('update', 'what was said in Slack, to an older wording', NONE, {
    given: (name) => ({ [messagePath(name, HEARD)]: heard({ edited: new Date(LATER.getTime() + 1_000) }) }),
    ask: (here) => saidAnew(here.room, { text: 'hi again', edited: LATER }),
  }),
  row('update', 'what was deleted in Slack', NONE, {
    given: (name) => ({ [messagePath(name, HEARD)]: heard({ text: '', deleted: LATER }) }),
    ask: (here) => saidAnew(here.room, { text: 'hi again', edited: new Date(LATER.getTime() + 1_000) }),
  }),
  row('update', "a person's words, as from Slack", NONE, {
    ask: (here) => update(messagePath(here.room, ASKED), { revision: 2, text: 'hi again', edited: LATER }),
  }),
];
