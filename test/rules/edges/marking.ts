import { ABSENT, type Fields } from '#model/effect.ts';
import { messagePath } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { ANSWERED, ASKED, letter, mark, message, REPLY, ROOM } from '../matrix/scene.ts';
import { component, FAR_OFF, LONG_AGO, person, STRANGER, set, update } from '../wire/index.ts';
import { type Edge, edges } from './edge.ts';
import { LETTER, MARK, working } from './working.ts';

const marks = (over: Fields, path = MARK) => set(path, mark(ROOM, over));
const raises = (over: Fields) => update(MARK, { wanted: 3, state: 'wanted', ...over });
const redriven = { state: 'wanted', attempts: 0, error: ABSENT };
const FAILED = { wanted: 2, state: 'failed', attempts: 3, lease: 4, error: 'msg_too_long' };

const marking: Edge[] = [
  ['a mark under the id of another', false, component('mirror'), marks({}, mirrorPath(ROOM, ANSWERED))],
  ['a mark of a reply', true, component('mirror'), marks({ message: REPLY }, mirrorPath(ROOM, REPLY))],
  [
    'a mark of a message of an unknown kind',
    false,
    component('mirror'),
    marks({}),
    { [messagePath(ROOM, ASKED)]: message('', { author: { kind: STRANGER, id: 'x' } }) },
  ],
  [
    'more is wanted, in an unknown state',
    false,
    component('mirror'),
    raises({ state: STRANGER }),
    working({ wanted: 2 }),
  ],
  [
    'more is wanted of what was given up, with all attempts before it',
    true,
    component('mirror'),
    raises({ attempts: 0, error: ABSENT }),
    working(FAILED),
  ],
  [
    'more is wanted of what was given up, with one attempt made',
    false,
    component('mirror'),
    raises({ attempts: 1, error: ABSENT }),
    working(FAILED),
  ],
  [
    'more is wanted of what was given up, which says why still',
    false,
    component('mirror'),
    raises({ attempts: 0 }),
    working(FAILED),
  ],
  [
    'more is wanted of what was given up, under another lease',
    false,
    component('mirror'),
    raises({ attempts: 0, error: ABSENT, lease: 5 }),
    working(FAILED),
  ],
  [
    'more is wanted of what was given up, at another time',
    false,
    component('mirror'),
    raises({ attempts: 0, error: ABSENT, at: LONG_AGO }),
    working({ ...FAILED, at: FAR_OFF }),
  ],
  [
    'more is wanted of what is wanted, with all attempts before it',
    false,
    component('mirror'),
    raises({ attempts: 0 }),
    working({ wanted: 2, attempts: 3 }),
  ],
  [
    'more is wanted, at another time',
    false,
    component('mirror'),
    raises({ at: LONG_AGO }),
    working({ wanted: 2, at: FAR_OFF }),
  ],
  [
    'a person tries again what was decided to be tried again',
    false,
    person('mia'),
    update(MARK, redriven),
    { ...working(FAILED), [LETTER]: letter(ROOM, { state: 'redriven', by: 'opal', decided: LONG_AGO }) },
  ],
];

export const markingEdges = edges('mirrors', marking);
