import { messagePath } from '#model/message.ts';
import { ASKED, letter, ROOM } from '../matrix/scene.ts';
import { STRANGER, update } from '../wire/index.ts';
import { type Edge, edges } from './edge.ts';
import { attempts, ending, LETTER, MARK, POST, SENDING, shows, voids, working } from './working.ts';

const givesUp = update(MARK, { state: 'failed', error: 'x', lease: 4 });

const showing: Edge[] = [
  [
    'a post shows more than was wanted, as there is',
    true,
    POST,
    shows({ wanted: 3, sent: 3 }),
    working(SENDING),
  ],
  ['a post shows more than there is', false, POST, shows({ wanted: 4, sent: 4 }), working(SENDING)],
  ['a post shows less than was wanted', false, POST, shows({}), working({ ...SENDING, wanted: 3 })],
  [
    'a post shows all of a message that is gone',
    true,
    POST,
    shows({}),
    { ...working(SENDING), [messagePath(ROOM, ASKED)]: undefined },
  ],
  ['a post is shown by the next worker', true, POST, shows({ lease: 5 }), working(SENDING, 5)],
  ['nothing is shown of more than was wanted', true, POST, voids({ wanted: 3, sent: 3 }), ending(SENDING)],
  ['nothing is shown by the next worker', true, POST, voids({ lease: 5 }), ending(SENDING, 5)],
  ['nothing is shown of what was shown', false, POST, voids({}), ending({ ...SENDING, sent: 2 })],
  ['nothing is shown of the next level', true, POST, voids({}), ending({ ...SENDING, sent: 1 })],
  ['nothing is shown of what has words', false, POST, voids({}), working(SENDING)],
  [
    'nothing is shown of a message that is gone',
    false,
    POST,
    voids({}),
    { ...working(SENDING), [messagePath(ROOM, ASKED)]: undefined },
  ],
  ['a mirror is given up of which operators are told', true, POST, givesUp, ending(SENDING)],
  ['a mirror is given up in silence', false, POST, givesUp, working(SENDING)],
  [
    'a mirror is given up of which operators were told before',
    false,
    POST,
    givesUp,
    { ...ending(SENDING), [LETTER]: letter(ROOM, { state: STRANGER }) },
  ],
  [
    'a post is put back by the next worker',
    true,
    POST,
    update(MARK, { state: 'wanted', attempts: 1, lease: 5 }),
    working(SENDING, 5),
  ],
  [
    'a mirror in an unknown state is tried',
    false,
    POST,
    attempts(),
    working({ ...SENDING, state: STRANGER, attempts: 0 }),
  ],
  ['a mirror in an unknown state is given up', false, POST, givesUp, ending({ ...SENDING, state: STRANGER })],
];

export const showingEdges = edges('mirrors', showing);
