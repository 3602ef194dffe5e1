import type { Fields } from '#model/effect.ts';
import { memberPath, sending } from '#model/member.ts';
import { asMessage, messagePath, replyId, slackMessageId } from '#model/message.ts';
import {
  ANSWERED,
  ASKED,
  answer,
  freshOf,
  HEARD,
  heard,
  message,
  REPLY,
  ROOM,
  saidBy,
  sceneWith,
} from '../matrix/scene.ts';
import { component, LONG_AGO, person, SERVER_TIME, update } from '../wire/index.ts';
import { any, type Choice, oneOf, type Specimen } from './specimen.ts';

const at = (id: string): string => messagePath(ROOM, id);
const paid = (what: string) => [
  update(memberPath(ROOM, 'mia'), { sent: { since: SERVER_TIME, count: 1, last: what } }),
];
const told = (
  name: string,
  as: Specimen['as'],
  id: string,
  after: Fields,
  more: Partial<Specimen> = {},
): Specimen => ({
  name,
  about: 'messages',
  as,
  given: sceneWith(),
  path: at(id),
  after,
  guard: asMessage,
  ...more,
});

const FRESH = freshOf('mia');
const HERS = saidBy('mia');
const MIA = person('mia');

const bySelf: Specimen[] = [
  told('a member writes', MIA, FRESH, message('mia', { at: SERVER_TIME }), {
    also: paid(sending(FRESH, 1)),
    free: { text: any },
  }),
  told('a member answers in a thread', MIA, FRESH, message('mia', { at: SERVER_TIME, thread: ASKED }), {
    also: paid(sending(FRESH, 1)),
    free: { text: any, thread: oneOf(undefined, ASKED) },
  }),
  told(
    'a member says it anew',
    MIA,
    HERS,
    message('mia', { text: 'anew', revision: 2, edited: SERVER_TIME }),
    {
      also: paid(sending(HERS, 2)),
      free: { text: any },
    },
  ),
  told('a member takes it back', MIA, HERS, message('mia', { text: '', revision: 2, deleted: SERVER_TIME }), {
    also: paid(sending(HERS, 2)),
  }),
];

const REPLIES = component('reply');
const place = { [at(REPLY)]: answer(ANSWERED, 'wanted', { text: '' }) };

const replies: Specimen[] = [
  told('reply answers', REPLIES, replyId(ASKED), answer(ASKED, 'done', { at: SERVER_TIME }), {
    free: { text: any, 'reply.state': oneOf('done', 'writing') },
  }),
  told('reply begins', REPLIES, replyId(ASKED), answer(ASKED, 'writing', { at: SERVER_TIME, text: '' }), {
    free: { text: any, 'reply.state': oneOf('done', 'writing') },
  }),
  told('reply goes on', REPLIES, REPLY, answer(ANSWERED, 'writing', { text: 'and on', revision: 2 }), {
    free: { text: any, 'reply.state': oneOf('writing', 'done', 'failed', 'stopped') },
  }),
  told(
    'reply takes the place that was left',
    REPLIES,
    REPLY,
    answer(ANSWERED, 'writing', { text: '', revision: 2 }),
    {
      given: sceneWith(place),
      free: { text: any, 'reply.state': oneOf('writing', 'done', 'failed', 'stopped') },
    },
  ),
  told(
    'sweep leaves a place',
    component('sweep'),
    replyId(ASKED),
    answer(ASKED, 'wanted', { at: SERVER_TIME, text: '' }),
  ),
  told('sweep breaks off a reply', component('sweep'), REPLY, answer(ANSWERED, 'failed', { revision: 2 })),
];

const APPLY = component('slackApply');
const LATER = new Date(LONG_AGO.getTime() + 60_000);
const isByNow = (value: unknown): boolean =>
  value === undefined || (value instanceof Date && value.getTime() <= Date.now() + 60_000);
const isLater: Choice = (value) => value instanceof Date && value > LONG_AGO && isByNow(value);
const isOfTheTeam: Choice = (value) => String(value).startsWith('T1-');
const chosenInSlack = { at: isByNow, edited: isByNow, thread: any, 'author.id': isOfTheTeam };

const fromSlack: Specimen[] = [
  told('slackApply writes', APPLY, slackMessageId('C1', '1700000009.000100'), heard({ thread: HEARD }), {
    free: { ...chosenInSlack, text: any },
  }),
  told(
    'slackApply writes a tombstone',
    APPLY,
    slackMessageId('C1', '1700000009.000100'),
    heard({ text: '', deleted: LATER }),
    { free: { ...chosenInSlack, deleted: isByNow } },
  ),
  told('slackApply says it anew', APPLY, HEARD, heard({ text: 'anew', revision: 2, edited: LATER }), {
    free: { text: any, edited: isLater },
  }),
  told('slackApply takes it back', APPLY, HEARD, heard({ text: '', revision: 2, deleted: LATER }), {
    free: { deleted: isByNow },
  }),
];

export const messages: Specimen[] = [...bySelf, ...replies, ...fromSlack];
