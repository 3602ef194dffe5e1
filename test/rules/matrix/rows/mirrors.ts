import { deadLetterPath } from '#model/dead-letter.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId, mirrorPath, mirrorsPath } from '#model/mirror.ts';
import { ABSENT, batch, get, LONG_AGO, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { INSIDE } from '../figures.ts';
import { NONE, type Row, row } from '../row.ts';
import { ASKED, HEARD, mark } from '../scene.ts';
import { moved, SENDING, SHOWN, there, withLetter } from './mirror.ts';

const LISTERS = ['slackPost', 'slackApply', 'sweep', 'operate'] as const;
const FAILED = { wanted: 2, state: 'failed', attempts: 3, lease: 4, error: 'msg_too_long' };
const decided = (where: string, state: string) =>
  update(deadLetterPath(mirrorId(where, ASKED)), { state, by: 'opal', decided: SERVER_TIME });
const again = (where: string) => moved(where, { state: 'wanted', attempts: 0, error: ABSENT });

const marking: Row[] = [
  row('get', 'a mirror', ['mirror', 'slackPost', 'sweep', 'operate'], {
    given: there({}),
    ask: (here) => get(mirrorPath(here.room, ASKED)),
  }),
  row('list', 'mirrors of a room', [...INSIDE, ...LISTERS], {
    if: '50 at a time',
    ask: (here) => list(mirrorsPath, { where: [['room', '==', here.room]], limit: 50 }),
  }),
  row('list', 'mirrors of all rooms', LISTERS, {
    if: '50 at a time',
    ask: () => list(mirrorsPath, { orderBy: ['-at'], limit: 50 }),
    anywhere: true,
  }),
  row('create', 'a mark of a message', ['mirror', 'sweep'], {
    if: 'the room has a link, and no more is wanted than there is',
    ask: (here) => set(mirrorPath(here.room, ASKED), mark(here.room)),
  }),
  row('create', 'a mark of a message that came from Slack', NONE, {
    ask: (here) => set(mirrorPath(here.room, HEARD), mark(here.room, { message: HEARD })),
  }),
  row('create', 'a mark of a message in a room without a link', NONE, {
    given: (where) => ({ [linkPath(where)]: undefined }),
    ask: (here) => set(mirrorPath(here.room, ASKED), mark(here.room)),
  }),
  row('create', 'a mark of a message that is not there', NONE, {
    given: (where) => ({ [messagePath(where, ASKED)]: undefined }),
    ask: (here) => set(mirrorPath(here.room, ASKED), mark(here.room)),
  }),
  row('create', 'a mark that says it is in Slack', NONE, {
    ask: (here) => set(mirrorPath(here.room, ASKED), mark(here.room, { ...SHOWN, state: 'sent', sent: 1 })),
  }),
  row('update', 'what is wanted, to more', ['mirror'], {
    if: 'no more than the message has; an attempt in doubt stays one',
    given: there({ wanted: 2, sent: 2, state: 'sent', ...SHOWN }),
    ask: (here) => moved(here.room, { wanted: 3, state: 'wanted' }),
  }),
  row('update', 'what is wanted, to more, in a room that is linked no more', ['mirror'], {
    given: (where) => ({
      ...there({ wanted: 2, sent: 2, state: 'sent', ...SHOWN })(where),
      [linkPath(where)]: undefined,
    }),
    ask: (here) => moved(here.room, { wanted: 3, state: 'wanted' }),
  }),
  row('update', 'what was given up, to more', ['mirror'], {
    if: 'with all attempts before it again',
    given: there(FAILED),
    ask: (here) => moved(here.room, { wanted: 3, state: 'wanted', attempts: 0, error: ABSENT }),
  }),
  row('update', 'what was given up, to more, with the attempts there were', NONE, {
    given: there(FAILED),
    ask: (here) => moved(here.room, { wanted: 3, state: 'wanted' }),
  }),
  row('update', 'what is wanted, to less', NONE, {
    given: there({ wanted: 2 }),
    ask: (here) => moved(here.room, { wanted: 1, state: 'wanted' }),
  }),
  row('update', 'what is wanted, to more than there is', NONE, {
    given: there({ wanted: 2 }),
    ask: (here) => moved(here.room, { wanted: 4, state: 'wanted' }),
  }),
  row('update', 'what is wanted, so that an attempt in doubt is forgotten', NONE, {
    given: there(SENDING),
    ask: (here) => moved(here.room, { wanted: 3, state: 'wanted' }),
  }),
];

const goes = (where: string) => moved(where, { gone: SERVER_TIME });

const going: Row[] = [
  row('update', 'what Slack shows, to gone', ['slackApply'], {
    if: 'once, when somebody in Slack deleted it',
    given: there({ ...SHOWN, sent: 1, state: 'sent' }),
    ask: (here) => goes(here.room),
  }),
  row('update', 'what Slack does not show, to gone', NONE, {
    given: there({}),
    ask: (here) => goes(here.room),
  }),
  row('update', 'what is gone, to gone later', NONE, {
    given: there({ ...SHOWN, sent: 1, state: 'sent', gone: LONG_AGO }),
    ask: (here) => goes(here.room),
  }),
];

const redriving: Row[] = [
  row('update', 'failed, to wanted, together with its dead letter', ['operate'], {
    given: there(FAILED, withLetter),
    ask: (here) => batch(again(here.room), decided(here.room, 'redriven')),
  }),
  row('update', 'failed, to wanted, while its dead letter is open', NONE, {
    given: there(FAILED, withLetter),
    ask: (here) => again(here.room),
  }),
  row('update', 'failed, to wanted, while its dead letter is discarded', NONE, {
    given: there(FAILED, withLetter),
    ask: (here) => batch(again(here.room), decided(here.room, 'discarded')),
  }),
  row('delete', 'a mirror', NONE, { given: there({}), ask: (here) => remove(mirrorPath(here.room, ASKED)) }),
];

/** Mirrors, but for what slackPost makes of them. */
export const mirrors: Row[] = [...marking, ...going, ...redriving];
