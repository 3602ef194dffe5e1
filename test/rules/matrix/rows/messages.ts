import type { Fields } from '#model/effect.ts';
import { memberPath, sending } from '#model/member.ts';
import { messagePath, messagesPath } from '#model/message.ts';
import { roomPath } from '#model/room.ts';
import { batch, get, LONG_AGO, list, listGroup, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { INSIDE, WRITERS } from '../figures.ts';
import { type Here, NONE, type Row, row } from '../row.ts';
import { ASKED, freshOf, HEARD, message, REPLY, room, SPEAKERS, saidBy } from '../scene.ts';

const CARRIERS = ['reply', 'slackPost', 'slackApply', 'sweep'] as const;

/** The membership says what the allowance is spent on. */
export const spends = ({ room: where, uid }: Here, what: string) =>
  update(memberPath(where, uid), { sent: { since: SERVER_TIME, count: 1, last: what } });

const sends = (here: Here, over: Fields = {}) =>
  batch(
    spends(here, sending(freshOf(here.uid), 1)),
    set(messagePath(here.room, freshOf(here.uid)), message(here.uid, { at: SERVER_TIME, ...over })),
  );
const changes = (here: Here, id: string, fields: Fields) =>
  batch(spends(here, sending(id, 2)), update(messagePath(here.room, id), { revision: 2, ...fields }));

const noMoreGuests = (name: string) => ({ [roomPath(name)]: room({ guests: false }) });
const reworded = { text: 'hello again', edited: SERVER_TIME };
const withdrawn = { text: '', deleted: SERVER_TIME };
const allDeleted = (name: string) =>
  Object.fromEntries(
    SPEAKERS.map((uid) => [messagePath(name, saidBy(uid)), message(uid, { text: '', deleted: LONG_AGO })]),
  );

const reading: Row[] = [
  row('get', 'a message', [...INSIDE, ...CARRIERS], { ask: (here) => get(messagePath(here.room, ASKED)) }),
  row(
    'get',
    'a message of a room that takes no guests any more',
    ['reader', 'member', 'owner', ...CARRIERS],
    {
      given: noMoreGuests,
      ask: (here) => get(messagePath(here.room, ASKED)),
    },
  ),
  row('list', 'the messages of a room', [...INSIDE, 'slackPost', 'slackApply', 'sweep'], {
    if: '50 at a time',
    ask: (here) => list(messagesPath(here.room), { limit: 50 }),
  }),
  row('list', 'the messages of all rooms', ['slackApply', 'sweep'], {
    if: '50 at a time',
    ask: () => listGroup('messages', { limit: 50 }),
    anywhere: true,
  }),
];

const writing: Row[] = [
  row('create', 'their own words, of their allowance', WRITERS, {
    if: 'under an id that no reply and no message from Slack can have, with the server’s time',
    ask: (here) => sends(here),
  }),
  row('create', 'their own words, in a thread', WRITERS, {
    if: 'on a message of the room that is in no thread itself',
    ask: (here) => sends(here, { thread: ASKED }),
  }),
  row('create', 'their own words, in a thread of a thread', NONE, {
    given: (name) => ({ [messagePath(name, ASKED)]: message('clara', { thread: saidBy('oscar') }) }),
    ask: (here) => sends(here, { thread: ASKED }),
  }),
  row('create', 'their own words, in a room that takes no guests any more', ['member', 'owner'], {
    given: noMoreGuests,
    ask: (here) => sends(here),
  }),
  row('create', 'their own words without an allowance', NONE, {
    ask: (here) => set(messagePath(here.room, freshOf(here.uid)), message(here.uid, { at: SERVER_TIME })),
  }),
  row('create', 'their own words of an allowance spent on another message', NONE, {
    ask: (here) =>
      batch(
        spends(here, sending(saidBy(here.uid), 1)),
        set(messagePath(here.room, freshOf(here.uid)), message(here.uid, { at: SERVER_TIME })),
      ),
  }),
  row('create', "words in another's name", NONE, {
    ask: (here) => sends(here, { author: { kind: 'person', id: 'clara' } }),
  }),
  row('create', 'words in the name of a component', NONE, {
    ask: (here) => sends(here, { author: { kind: 'component', id: 'reply' } }),
  }),
  row('create', 'words in the name of somebody in Slack', NONE, {
    ask: (here) => sends(here, { author: { kind: 'slack', id: 'T1-U1' } }),
  }),
];

const changing: Row[] = [
  row('update', 'their own words, of their allowance', WRITERS, {
    if: 'the text alone, by one revision',
    ask: (here) => changes(here, saidBy(here.uid), reworded),
  }),
  row('update', 'their own words, to a tombstone', WRITERS, {
    if: 'of their allowance, without a text',
    ask: (here) => changes(here, saidBy(here.uid), withdrawn),
  }),
  row('update', 'their own words without an allowance', NONE, {
    ask: (here) => update(messagePath(here.room, saidBy(here.uid)), { revision: 2, ...reworded }),
  }),
  row('update', "another's words", NONE, { ask: (here) => changes(here, ASKED, reworded) }),
  row('update', 'what was said in Slack, as a person would', NONE, {
    ask: (here) => changes(here, HEARD, reworded),
  }),
  row('update', 'a reply, as a person would', NONE, { ask: (here) => changes(here, REPLY, reworded) }),
  row('update', 'their own tombstone, to words again', NONE, {
    given: allDeleted,
    ask: (here) => changes(here, saidBy(here.uid), reworded),
  }),
  row('update', 'their own tombstone, to none', NONE, {
    given: allDeleted,
    ask: (here) => changes(here, saidBy(here.uid), { text: '', deleted: SERVER_TIME }),
  }),
  row('update', 'who said something', NONE, {
    ask: (here) => changes(here, saidBy(here.uid), { ...reworded, author: { kind: 'person', id: 'clara' } }),
  }),
  row('update', 'when something was said', NONE, {
    ask: (here) => changes(here, saidBy(here.uid), { ...reworded, at: SERVER_TIME }),
  }),
  row('delete', 'their own words', NONE, { ask: (here) => remove(messagePath(here.room, saidBy(here.uid))) }),
  row('delete', "another's words", NONE, { ask: (here) => remove(messagePath(here.room, ASKED)) }),
  row('delete', 'a reply', NONE, { ask: (here) => remove(messagePath(here.room, REPLY)) }),
  row('delete', 'what was said in Slack', NONE, { ask: (here) => remove(messagePath(here.room, HEARD)) }),
];

export const messages: Row[] = [...reading, ...writing, ...changing];
