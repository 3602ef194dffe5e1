import type { Fields } from '#model/effect.ts';
import { linkGrantPath } from '#model/link-grant.ts';
import { roomPath } from '#model/room.ts';
import { grant } from '../matrix/rows/link-grants.ts';
import { ROOM, room } from '../matrix/scene.ts';
import { ago, batch, get, person, SERVER_TIME, set, update } from '../wire/index.ts';
import { type Edge, edges } from './edge.ts';

const OPAL = person('opal', { operator: true });
const PATH = linkGrantPath(ROOM);
const channels = (count: number): string[] => Array.from({ length: count }, (_, nth) => `T1-C${nth}`);
const gives = (over: Fields, path = PATH) => set(path, grant({ at: SERVER_TIME, ...over }));
const given = (seconds: number) => ({ [PATH]: grant({ at: ago(seconds) }) });

export const linkGrantEdges = edges('linkGrants', [
  ['ten channels', true, OPAL, gives({ places: channels(10) })],
  ['eleven channels', false, OPAL, gives({ places: channels(11) })],
  ['one channel twice', true, OPAL, gives({ places: ['T1-C1', 'T1-C1'] })],
  ['a channel without its workspace', false, OPAL, gives({ places: ['C1'] })],
  ['a channel that is none', false, OPAL, gives({ places: ['T1-C1', 'general'] })],
  ...[['t1-C1'], ['T1-c1'], ['T1-C1', 't2-C2'], ['T1-C1', 'T2-c2']].map(
    (places): Edge => [`what is no id of Slack’s: ${places.join(', ')}`, false, OPAL, gives({ places })],
  ),
  ['two channels in one', false, OPAL, gives({ places: ['T1-C1 T1-C2'] })],
  ['channels that are no list', false, OPAL, gives({ places: 'T1-C1' })],
  ['a note', false, OPAL, gives({ note: 'x' })],
  ['a change just after a second', true, OPAL, gives({}), given(1.5)],
  ['a change just before a second', false, OPAL, gives({}), given(0.5)],
  [
    'a room that is made with it',
    false,
    OPAL,
    batch(
      set(roomPath('hall'), room({ owners: ['opal'], created: SERVER_TIME, changed: SERVER_TIME })),
      set(`${roomPath('hall')}/members/opal`, { person: 'opal', role: 'owner', joined: SERVER_TIME }),
      gives({}, linkGrantPath('hall')),
    ),
  ],
  ['an owner lets themself link', false, person('olga'), gives({ by: 'olga' })],
  [
    'an owner lets themself link elsewhere',
    false,
    person('olga'),
    update(PATH, { places: ['T1-C2'] }),
    given(9),
  ],
  ["another room's owner looks", false, person('clara'), get(PATH), given(9)],
] satisfies Edge[]);
