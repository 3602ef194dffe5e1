import type { Fields } from '#model/effect.ts';
import { asInboxEntry, inboxPath } from '#model/inbox.ts';
import { INBOX_DAYS } from '#model/limits.ts';
import { entry } from '../matrix/rows/inbox.ts';
import { sceneWith } from '../matrix/scene.ts';
import { component, SERVER_TIME } from '../wire/index.ts';
import { any, oneOf, present, type Specimen } from './specimen.ts';

const PATH = inboxPath('Ev1');
const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const told = (
  name: string,
  as: Specimen['as'],
  before: Fields | undefined,
  after: Fields,
  free: Specimen['free'] = {},
): Specimen => ({
  name,
  about: 'inbox',
  as,
  given: sceneWith({ [PATH]: before && entry(before) }),
  path: PATH,
  after: entry(after),
  guard: asInboxEntry,
  free,
});

export const inbox: Specimen[] = [
  told(
    'slackReceive stores an event',
    component('slackReceive'),
    undefined,
    { received: SERVER_TIME, expires: inDays(INBOX_DAYS) },
    {
      team: any,
      app: any,
      type: any,
      body: any,
      expires: (value) => value instanceof Date && value > inDays(0) && value < inDays(INBOX_DAYS + 1),
    },
  ),
  {
    ...told(
      'sweep wants a channel looked through',
      component('sweep'),
      undefined,
      { type: 'look', received: SERVER_TIME, expires: inDays(1) },
      {
        team: any,
        app: any,
        body: any,
        expires: (value) => value instanceof Date && value > inDays(0) && value < inDays(INBOX_DAYS + 1),
      },
    ),
    path: inboxPath('look-lobby-1'),
  },
  told(
    'slackApply says what came of it',
    component('slackApply'),
    {},
    { state: 'ignored', reason: 'a bot wrote it' },
    {
      state: oneOf('applied', 'ignored', 'failed'),
      reason: any,
    },
  ),
  told('sweep brings it up again', component('sweep'), { nudges: 4 }, { nudges: 5 }),
  told('sweep brings it up for the first time', component('sweep'), {}, { nudges: 1 }),
  told(
    'sweep gives it up',
    component('sweep'),
    { nudges: 5 },
    { nudges: 5, state: 'failed', reason: 'nobody could' },
    {
      reason: present,
    },
  ),
];
