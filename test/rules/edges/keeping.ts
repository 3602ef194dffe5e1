import type { Fields } from '#model/effect.ts';
import { inboxPath } from '#model/inbox.ts';
import { letter, ROOM } from '../matrix/scene.ts';
import {
  ago,
  ahead,
  component,
  FAR_OFF,
  LONG_AGO,
  SERVER_TIME,
  STRANGER,
  set,
  update,
} from '../wire/index.ts';
import { type Edge, edges } from './edge.ts';
import { LETTER, POST, working } from './working.ts';

const OPERATE = component('operate');

const event = (over: Fields = {}): Fields => ({
  team: 'T1',
  app: 'A1',
  type: 'message',
  body: '{}',
  received: SERVER_TIME,
  expires: ahead(86_400),
  state: 'received',
  ...over,
});
const RECEIVE = component('slackReceive');
const receives = (expires: unknown) => set(inboxPath('E1'), event({ expires }));
const FORTNIGHT = 15 * 86_400;

const inbox: Edge[] = [
  ['an event that is kept for half a second', true, RECEIVE, receives(ahead(0.5))],
  ['an event that is over since half a second', false, RECEIVE, receives(ago(0.5))],
  ['an event that is kept for almost 15 days', true, RECEIVE, receives(ahead(FORTNIGHT - 0.5))],
  ['an event that is kept for just over 15 days', false, RECEIVE, receives(ahead(FORTNIGHT + 0.5))],
  [
    'an event that is there is stored anew',
    false,
    RECEIVE,
    set(inboxPath('E1'), event({ body: '[]' })),
    { [inboxPath('E1')]: event({ received: LONG_AGO, expires: FAR_OFF }) },
  ],
  ...['look-lob_by-1', 'look-lobby-x'].map(
    (id): Edge => [
      `a look under the id ${id}`,
      false,
      component('sweep'),
      set(inboxPath(id), event({ type: 'look' })),
    ],
  ),
  ['a look', true, component('sweep'), set(inboxPath('look-lobby-1'), event({ type: 'look' }))],
];

const deadLetters: Edge[] = [
  [
    'a letter of a room whose id has a hyphen',
    false,
    POST,
    set('deadLetters/a-b-c', letter('a-b', { message: 'c', at: SERVER_TIME })),
  ],
  [
    'a letter is put into an unknown state, whatever is tried again',
    false,
    OPERATE,
    update(LETTER, { state: STRANGER, by: 'opal', decided: SERVER_TIME }),
    { ...working({ wanted: 3 }), [LETTER]: letter(ROOM) },
  ],
];

export const keepingEdges = [...edges('inbox', inbox), ...edges('deadLetters', deadLetters)];
