import type { Fields } from '#model/effect.ts';
import { asLink, linkPath } from '#model/link.ts';
import { roomPath } from '#model/room.ts';
import { link, ROOM, room, sceneWith } from '../matrix/scene.ts';
import { component, FAR_OFF, LONG_AGO, SERVER_TIME } from '../wire/index.ts';
import { any, present, type Specimen } from './specimen.ts';

const POST = component('slackPost');
const OPERATE = component('operate');
/** What is written now was so some milliseconds ago, and is not yet over. */
const SECOND = 1_000;
const rest = { since: SERVER_TIME, seconds: 0 };
const held = { number: 4, held: true, since: FAR_OFF };

/** The number of a first lease: the milliseconds since the epoch, give or take. */
const NOW = Date.now();
const isAboutNow = (value: unknown): boolean =>
  typeof value === 'number' && value > NOW - 3_000_000 && value < NOW + 290_000;

const told = (
  name: string,
  as: Specimen['as'],
  before: Fields,
  after: Fields,
  free: Specimen['free'] = {},
): Specimen => ({
  name,
  about: 'links',
  as,
  given: sceneWith({ [linkPath(ROOM)]: link(before) }),
  path: linkPath(ROOM),
  after: link(after),
  guard: asLink,
  free,
});

export const links: Specimen[] = [
  {
    ...told(
      'operate links a room',
      OPERATE,
      {},
      {
        lease: { number: NOW, held: false, since: SERVER_TIME },
        pause: rest,
        settled: SERVER_TIME,
        heard: SERVER_TIME,
      },
    ),
    given: sceneWith({ [roomPath('hall')]: room() }),
    path: linkPath('hall'),
    free: { team: any, channel: any, url: any, 'lease.number': isAboutNow },
  },
  {
    ...told(
      'slackCommand links an open room',
      component('slackCommand'),
      {},
      {
        lease: { number: NOW, held: false, since: SERVER_TIME },
        pause: rest,
        settled: SERVER_TIME,
        heard: SERVER_TIME,
      },
    ),
    given: sceneWith({ [roomPath('hall')]: room() }),
    path: linkPath('hall'),
    free: { team: any, channel: any, 'lease.number': isAboutNow },
  },
  told('slackPost takes the lease', POST, {}, { lease: { number: 5, held: true, since: SERVER_TIME } }),
  told(
    'slackPost gives the lease back',
    POST,
    { lease: held, error: 'no_answer' },
    {
      lease: { ...held, held: false },
      pause: { since: SERVER_TIME, seconds: 30 },
      settled: new Date(LONG_AGO.getTime() + 60_000),
      error: 'not_in_channel',
    },
    {
      error: any,
      'pause.seconds': any,
      settled: (value) =>
        value instanceof Date && value >= LONG_AGO && value.getTime() < Date.now() + 290_000,
    },
  ),
  told('operate says that it is mended', OPERATE, { error: 'not_in_channel' }, { pause: rest }),
  told(
    'operate points elsewhere',
    OPERATE,
    {},
    { team: 'T2', channel: 'C2', url: 'https://t2.slack.com/', heard: SERVER_TIME },
    { team: any, channel: any, url: any },
  ),
  told(
    'operate points to a thread',
    OPERATE,
    {},
    { mode: 'thread', thread: '1700000000.000200', heard: SERVER_TIME },
    { team: any, channel: any, url: any, thread: present },
  ),
  told(
    'slackApply says how far it has heard',
    component('slackApply'),
    {},
    { heard: new Date(LONG_AGO.getTime() + 60_000) },
    { heard: (value) => value instanceof Date && value > LONG_AGO && value.getTime() < Date.now() - SECOND },
  ),
];
