import type { Fields } from '#model/effect.ts';
import { asReactionMirror } from '#model/reaction-mirror.ts';
import {
  FELT_FAILED,
  FELT_SENDING,
  FELT_SHOWN,
  feltLetter,
  feltMark,
  feltPath,
  feltThere,
} from '../matrix/rows/reaction-mirrors.ts';
import { letter, ROOM, sceneWith } from '../matrix/scene.ts';
import { component, SERVER_TIME, update } from '../wire/index.ts';
import { any, between, type Choice, type Specimen } from './specimen.ts';

const told = (
  name: string,
  as: Specimen['as'],
  before: Fields | undefined,
  after: Fields,
  free: Specimen['free'] = {},
): Specimen => ({
  name,
  about: 'reactionMirrors',
  as,
  given: sceneWith(before && feltThere(before, (where) => ({ [feltLetter(where)]: letter(where) }))(ROOM)),
  path: feltPath(ROOM),
  after: feltMark(ROOM, after),
  guard: asReactionMirror,
  free,
});
const POST = component('slackPost');
const MARK = component('mirrorReactions');
const wasTried: Choice = (value) =>
  Array.isArray(value) && value.every((name) => FELT_SENDING.shown.includes(String(name)));
/**
 * What was tried so often may be left for later, with a reason or without one, and be given up with one. With one more attempt and no
 * reason, it is begun again.
 */
const leftOrGivenUp = (tried: number): NonNullable<Specimen['free']> => ({
  state: (value, { attempts }) => value === 'sending' || (value === 'failed' && attempts === tried),
  attempts: (value, { state, error }) =>
    value === tried ||
    (state === 'sending' && between(0, error === undefined ? tried + 1 : tried)(value, {})),
  error: (value, { state, attempts }) =>
    value === undefined ? state === 'sending' : state === 'failed' || attempts !== tried + 1,
});
const hasTada: Choice = (value) => Array.isArray(value) && value.includes('tada');

export const reactionMirrors: Specimen[] = [
  told('mirrorReactions marks reactions', MARK, undefined, { at: SERVER_TIME }),
  told('mirrorReactions wants one more', MARK, { wanted: 2 }, { wanted: 3, at: SERVER_TIME }),
  told('mirrorReactions wants one more of what was given up', MARK, FELT_FAILED, {
    ...FELT_SENDING,
    wanted: 3,
    attempts: 0,
    at: SERVER_TIME,
  }),
  told(
    'slackPost begins to make Slack match',
    POST,
    { wanted: 2, shown: ['tada'] },
    { wanted: 2, state: 'sending', attempts: 1, lease: 4, shown: ['tada', 'heart'] },
    { shown: hasTada },
  ),
  told(
    'slackPost has made Slack match',
    POST,
    FELT_SENDING,
    { ...FELT_SENDING, ...FELT_SHOWN, state: 'sent' },
    { shown: wasTried, line: any },
  ),
  told(
    'slackPost leaves it for later',
    POST,
    { ...FELT_SENDING, attempts: 2 },
    { ...FELT_SENDING, error: 'ratelimited' },
    leftOrGivenUp(2),
  ),
  told(
    'slackPost gives reactions up',
    POST,
    FELT_SENDING,
    { ...FELT_SENDING, state: 'failed', error: 'not_reactable' },
    leftOrGivenUp(FELT_SENDING.attempts),
  ),
  {
    ...told('operate tries reactions again', component('operate'), FELT_FAILED, {
      ...FELT_SENDING,
      attempts: 0,
    }),
    also: [update(feltLetter(ROOM), { state: 'redriven', by: 'opal', decided: SERVER_TIME })],
  },
];
