import type { Fields } from '#model/effect.ts';
import { memberPath, sending } from '#model/member.ts';
import { messagePath } from '#model/message.ts';
import { freshOf, message, ROOM, saidBy } from '../matrix/scene.ts';
import { batch, double, FAR_OFF, person, SERVER_TIME, STRANGER, set, update } from '../wire/index.ts';
import { type Edge, edges } from './edge.ts';

const at = (id: string): string => messagePath(ROOM, id);
const MIA = person('mia');

const paid = (what: string) =>
  update(memberPath(ROOM, 'mia'), { sent: { since: SERVER_TIME, count: 1, last: what } });
const writes = (id: string, over: Fields = {}) =>
  batch(paid(sending(id, 1)), set(at(id), message('mia', { at: SERVER_TIME, ...over })));
const HERS = saidBy('mia');

const own: Edge[] = [
  ['a message under an id of 19', false, MIA, writes('m'.repeat(19))],
  ['a message under an id of 21', false, MIA, writes('m'.repeat(21))],
  ['a message under an id with a hyphen', false, MIA, writes(`${'m'.repeat(19)}-`)],
  [
    'a message whose revision is no whole number',
    false,
    MIA,
    writes(freshOf('mia'), { revision: double(1) }),
  ],
  [
    'a message of somebody of an unknown role',
    false,
    MIA,
    writes(freshOf('mia')),
    { [memberPath(ROOM, 'mia')]: { person: 'mia', role: STRANGER, joined: FAR_OFF } },
  ],
  [
    'an edit that leaves a revision out',
    false,
    MIA,
    batch(paid(sending(HERS, 3)), update(at(HERS), { text: 'anew', revision: 3, edited: SERVER_TIME })),
  ],
];

export const messageEdges = edges('messages', own);
