import { deciding, memberPath } from '#model/member.ts';
import { personPath } from '#model/person.ts';
import { roomPath } from '#model/room.ts';
import { member, page, ROOM, room } from '../matrix/scene.ts';
import { ago, batch, LONG_AGO, person, SERVER_TIME, set, update } from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';

const MIA = person('mia');
const address = (length: number): string => 'https://'.padEnd(length, 'x');
const own = (over: object) => set(personPath('mia'), page({ changed: SERVER_TIME, ...over }));

const people: Edge[] = [
  ['a picture has an address of 2,048', true, MIA, own({ picture: address(2_048) })],
  ['a picture has an address of 2,049', false, MIA, own({ picture: address(2_049) })],
  [
    'a page is changed a second and a half after it was',
    true,
    MIA,
    own({}),
    { [personPath('mia')]: page({ changed: ago(1.5) }) },
  ],
];

const OLGA = person('olga');
const OPAL = person('opal', { operator: true });
const changes = (over: object) => update(roomPath(ROOM), { changed: SERVER_TIME, ...over });
const founded = (id: string) =>
  batch(
    set(roomPath(id), room({ owners: ['opal'], created: SERVER_TIME, changed: SERVER_TIME })),
    set(memberPath(id, 'opal'), member('opal', 'owner', { joined: SERVER_TIME })),
  );

/** A room of so many owners, Olga the first of them; and Mia made one more. */
const ownersUpTo = (count: number): string[] => [
  'olga',
  ...Array.from({ length: count - 1 }, (_, nth) => `owner${nth}`),
];
const owned = (owners: readonly string[]): Over => ({
  [roomPath(ROOM)]: room({ owners }),
  ...Object.fromEntries(owners.map((uid) => [memberPath(ROOM, uid), member(uid, 'owner')])),
});
const crowned = (owners: readonly string[]) =>
  batch(
    changes({ owners: [...owners, 'mia'] }),
    update(memberPath(ROOM, 'mia'), { role: 'owner', changed: SERVER_TIME }),
    update(memberPath(ROOM, 'olga'), { sent: { since: SERVER_TIME, count: 1, last: deciding('mia') } }),
  );

const rooms: Edge[] = [
  ['an operator makes a room under an id with a hyphen', false, OPAL, founded('a-b')],
  ['a tenth owner', true, OLGA, crowned(ownersUpTo(9)), owned(ownersUpTo(9))],
  ['an eleventh owner', false, OLGA, crowned(ownersUpTo(10)), owned(ownersUpTo(10))],
  ['an owner named twice', false, OLGA, changes({ owners: ['olga', 'oscar', 'olga'] })],
  [
    'an operator makes a room anew that they own',
    false,
    OPAL,
    set(roomPath(ROOM), room({ owners: ['opal'], created: SERVER_TIME, changed: SERVER_TIME })),
    {
      [roomPath(ROOM)]: room({ owners: ['opal'], created: LONG_AGO }),
      [memberPath(ROOM, 'opal')]: member('opal', 'owner'),
    },
  ],
];

export const roomEdges = [...edges('people', people), ...edges('rooms', rooms)];
