import { asDeadLetter, deadLetterPath } from '#model/dead-letter.ts';
import { ABSENT, type Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { asMirror, mirrorId, mirrorPath } from '#model/mirror.ts';
import { ASKED, letter, link, mark, message, ROOM, sceneWith } from '../matrix/scene.ts';
import { component, FAR_OFF, LONG_AGO, SERVER_TIME, update } from '../wire/index.ts';
import { any, between, oneOf, present, type Specimen } from './specimen.ts';

const PATH = mirrorPath(ROOM, ASKED);
const LETTER = deadLetterPath(mirrorId(ROOM, ASKED));
const scene = (before: Fields | undefined, more: Readonly<Record<string, Fields>> = {}) =>
  sceneWith({
    [linkPath(ROOM)]: link({ lease: { number: 4, held: true, since: FAR_OFF } }),
    [messagePath(ROOM, ASKED)]: message('clara', { revision: 3 }),
    [PATH]: before && mark(ROOM, before),
    ...more,
  });
const told = (
  name: string,
  as: Specimen['as'],
  before: Fields | undefined,
  after: Fields,
  free: Specimen['free'] = {},
): Specimen => ({
  name,
  about: 'mirrors',
  as,
  given: scene(before),
  path: PATH,
  after: mark(ROOM, after),
  guard: asMirror,
  free,
});

const POST = component('slackPost');
const WANTED = { wanted: 2 };
const DOUBT = { since: LONG_AGO, team: 'T1', channel: 'C1', thread: '1700000000.000100' };
const SENDING = { wanted: 2, state: 'sending', attempts: 1, lease: 4, doubt: DOUBT };
const BEGUN = { ...SENDING, doubt: { ...DOUBT, since: SERVER_TIME } };
const SHOWN = {
  team: 'T1',
  channel: 'C1',
  thread: '1700000000.000100',
  ts: '1700000000.000200',
  parts: ['1700000000.000200', '1700000000.000250'],
  lease: 4,
};
const somewhere = { team: present, channel: present, thread: any, parts: present };
const FAILED = { wanted: 2, state: 'failed', attempts: 3, lease: 4, error: 'msg_too_long' };

export const mirrors: Specimen[] = [
  told('mirror marks a message', component('mirror'), undefined, {}, { wanted: between(1, 3) }),
  told('sweep marks a message', component('sweep'), undefined, {}, { wanted: between(1, 3) }),
  told('mirror wants more', component('mirror'), WANTED, { wanted: 3 }, { wanted: oneOf(3) }),
  told(
    'mirror wants more of what was given up',
    component('mirror'),
    FAILED,
    { wanted: 3, lease: 4 },
    { wanted: oneOf(3) },
  ),
  told('slackPost begins an attempt', POST, WANTED, BEGUN, {
    'doubt.team': present,
    'doubt.channel': present,
    'doubt.thread': any,
  }),
  told(
    'slackPost begins another attempt',
    POST,
    SENDING,
    { ...SENDING, attempts: 2 },
    // With no more attempts than there were, that is to put it back.
    { attempts: between(0, 2), error: (value, { attempts }) => value === undefined || attempts !== 2 },
  ),
  told(
    'slackPost begins the last attempt',
    POST,
    { ...WANTED, attempts: 19 },
    { ...BEGUN, attempts: 20 },
    { attempts: oneOf(20), 'doubt.team': present, 'doubt.channel': present, 'doubt.thread': any },
  ),
  told('slackPost shows all', POST, SENDING, { ...SHOWN, wanted: 2, sent: 2, state: 'sent' }, somewhere),
  told(
    'slackPost shows a part',
    POST,
    { ...SENDING, wanted: 3 },
    { ...SHOWN, wanted: 3, sent: 2 },
    {
      ...somewhere,
      sent: oneOf(1, 2),
    },
  ),
  {
    ...told('slackPost has nothing to show', POST, SENDING, { wanted: 2, sent: 2, state: 'void', lease: 4 }),
    given: scene(SENDING, {
      [messagePath(ROOM, ASKED)]: message('clara', { revision: 3, text: '', deleted: LONG_AGO }),
    }),
  },
  told(
    'slackPost puts it back',
    POST,
    { ...SENDING, attempts: 2 },
    { wanted: 2, lease: 4, attempts: 1, error: 'ratelimited' },
    { attempts: between(0, 2), error: any },
  ),
  told(
    'slackPost puts back what is in doubt',
    POST,
    { ...SENDING, attempts: 2 },
    { ...SENDING, error: 'ratelimited' },
    {
      // With one attempt more, and no word of trouble, that is to begin another.
      attempts: (value, { error }) => between(0, error === undefined ? 3 : 2)(value, {}),
      error: (value, { attempts }) => value === undefined || attempts !== 3,
    },
  ),
  {
    ...told(
      'slackPost gives it up',
      POST,
      WANTED,
      { ...WANTED, state: 'failed', error: 'msg_too_long', lease: 4 },
      { error: present },
    ),
    given: scene(WANTED, { [LETTER]: letter(ROOM) }),
  },
  told(
    'slackApply knows that it is gone',
    component('slackApply'),
    { ...SHOWN, sent: 1, state: 'sent' },
    { ...SHOWN, sent: 1, state: 'sent', gone: LONG_AGO },
    { gone: (value) => value instanceof Date && value.getTime() <= Date.now() + 290_000 },
  ),
  {
    ...told('operate tries again', component('operate'), FAILED, { ...FAILED, state: 'wanted', attempts: 0 }),
    after: mark(ROOM, { wanted: 2, lease: 4 }),
    given: scene(FAILED, { [LETTER]: letter(ROOM) }),
    also: [update(LETTER, { state: 'redriven', by: 'opal', decided: SERVER_TIME })],
  },
];

const written = (
  name: string,
  as: Specimen['as'],
  before: Fields | undefined,
  after: Fields,
  more: Partial<Specimen>,
): Specimen => ({
  name,
  about: 'deadLetters',
  as,
  given: scene(FAILED, before && { [LETTER]: letter(ROOM, before) }),
  path: LETTER,
  after: letter(ROOM, after),
  guard: asDeadLetter,
  ...more,
});
const reason = { error: any, attempts: any };
const DECIDED = { state: 'discarded', by: 'opal', decided: SERVER_TIME };

export const deadLetters: Specimen[] = [
  written('slackPost keeps a dead letter', POST, undefined, { at: SERVER_TIME }, { free: reason }),
  written(
    'slackPost gives up anew',
    POST,
    { ...DECIDED, decided: FAR_OFF },
    { at: SERVER_TIME, error: 'is_archived', attempts: 1 },
    { free: reason },
  ),
  written('operate discards', component('operate'), {}, DECIDED, {
    free: { by: present },
  }),
  written(
    'operate redrives',
    component('operate'),
    {},
    { ...DECIDED, state: 'redriven' },
    {
      free: { by: present },
      also: [update(PATH, { state: 'wanted', attempts: 0, error: ABSENT })],
    },
  ),
];
