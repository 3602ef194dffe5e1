import { ABSENT, type Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { reactionMirrorPath } from '#model/reaction-mirror.ts';
import {
  FELT_FAILED,
  FELT_SENDING,
  FELT_SHOWN,
  feltLetter,
  feltMark,
  feltPath,
  feltThere,
} from '../matrix/rows/reaction-mirrors.ts';
import { ANSWERED, letter, link, ROOM } from '../matrix/scene.ts';
import {
  component,
  FAR_OFF,
  get,
  LONG_AGO,
  person,
  SERVER_TIME,
  STRANGER,
  set,
  update,
} from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';

const POST = component('slackPost');
const MARK = component('mirrorReactions');
const PATH = feltPath(ROOM);
const there = (fields: Fields): Over => feltThere(fields)(ROOM);
/** The next worker's lease. */
const next = (fields: Fields): Over => ({
  ...there(fields),
  [linkPath(ROOM)]: link({ lease: { number: 5, held: true, since: FAR_OFF } }),
});
const first = (path = PATH) => set(path, feltMark(ROOM, { at: SERVER_TIME }));
const moves = (fields: Fields) => update(PATH, fields);
const wanted = (state: string) => moves({ wanted: 3, state, at: SERVER_TIME });

const marking: Edge[] = [
  ['a mark under the id of another', false, MARK, first(reactionMirrorPath(ROOM, ANSWERED))],
  ['a mark that is there is made anew', false, MARK, first(), there({ wanted: 2 })],
  ['one more is wanted, in an unknown state', false, MARK, wanted(STRANGER), there({ wanted: 2 })],
  [
    'one more is wanted of an unknown state',
    false,
    MARK,
    wanted('sending'),
    there({ wanted: 2, state: STRANGER }),
  ],
  ['what lies below a mark is read', false, MARK, get(`${PATH}/more/1`), there({})],
  [
    'a person tries again what was decided to be tried again',
    false,
    person('mia'),
    moves({ state: 'sending', attempts: 0, error: ABSENT }),
    {
      ...there(FELT_FAILED),
      [feltLetter(ROOM)]: letter(ROOM, { state: 'redriven', by: 'opal', decided: LONG_AGO }),
    },
  ],
];

const names = (count: number): string[] => Array.from({ length: count }, (_, nth) => `e${nth}`);
const tries = (over: Fields = {}) =>
  moves({ state: 'sending', attempts: 1, lease: 4, shown: ['tada'], ...over });
const WANTED = there({ wanted: 2 });

const trying: Edge[] = [
  ['a try', true, POST, tries(), WANTED],
  ...['sent', 'failed', STRANGER].map(
    (state): Edge => [`a try at what is ${state}`, false, POST, tries(), there({ wanted: 2, state })],
  ),
  ['the last try', true, POST, tries({ attempts: 20 }), there({ wanted: 2, attempts: 19 })],
  ['a try too many', false, POST, tries({ attempts: 21 }), there({ wanted: 2, attempts: 20 })],
  ['a try with 100 emoji', true, POST, tries({ shown: names(100) }), WANTED],
  ['a try with 101 emoji', false, POST, tries({ shown: names(101) }), WANTED],
  ['a try with a name that has signs', true, POST, tries({ shown: ['+1', "l'œuvre_2"] }), WANTED],
  ['a try with a name that is none', false, POST, tries({ shown: ['no way'] }), WANTED],
  ['a try with two names in one', false, POST, tries({ shown: ['a,b'] }), WANTED],
  ['a try with what is no list', false, POST, tries({ shown: { tada: true } }), WANTED],
];

const matched = (over: Fields = {}) => moves({ ...FELT_SHOWN, state: 'sent', ...over });
const SENDING = there(FELT_SENDING);
const givesUp = moves({ state: 'failed', error: 'x', lease: 4 });
const told: Over = { [feltLetter(ROOM)]: letter(ROOM) };

const matching: Edge[] = [
  ['Slack matches, says the next worker', true, POST, matched({ lease: 5 }), next(FELT_SENDING)],
  [
    'Slack matches after an error',
    true,
    POST,
    matched({ error: ABSENT }),
    there({ ...FELT_SENDING, error: 'ratelimited' }),
  ],
  ['Slack matches what it matched', false, POST, matched(), there({ ...FELT_SENDING, sent: 2 })],
  [
    'Slack matches less than it did',
    false,
    POST,
    matched({ sent: 1, state: 'wanted' }),
    there({ ...FELT_SENDING, sent: 1 }),
  ],
  ['Slack matches a part', true, POST, matched({ sent: 1, state: 'wanted' }), SENDING],
  ...['sending', 'failed', STRANGER].map(
    (state): Edge => [
      `Slack matches a part, in the state ${state}`,
      false,
      POST,
      matched({ sent: 1, state }),
      SENDING,
    ],
  ),
  [
    'Slack shows one emoji 101 times',
    false,
    POST,
    matched({ shown: Array.from({ length: 101 }, () => 'tada') }),
    SENDING,
  ],
  [
    'it is left for later by the next worker',
    true,
    POST,
    moves({ attempts: 1, lease: 5 }),
    next(FELT_SENDING),
  ],
  [
    'what is in an unknown state is given up',
    false,
    POST,
    givesUp,
    { ...there({ ...FELT_SENDING, state: STRANGER }), ...told },
  ],
  ['they are given up of which operators are told', true, POST, givesUp, { ...SENDING, ...told }],
  ['they are given up in silence', false, POST, givesUp, SENDING],
  [
    'they are given up of which operators were told before',
    false,
    POST,
    givesUp,
    { ...SENDING, [feltLetter(ROOM)]: letter(ROOM, { state: STRANGER }) },
  ],
];

export const feltEdges = edges('reactionMirrors', [...marking, ...trying, ...matching]);
