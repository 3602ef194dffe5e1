import { banPath } from '#model/ban.ts';
import { deadLetterPath } from '#model/dead-letter.ts';
import { type Fields, SERVER_TIME } from '#model/effect.ts';
import { memberPath, sending } from '#model/member.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId } from '#model/mirror.ts';
import { personPath } from '#model/person.ts';
import { roomPath } from '#model/room.ts';
import { ASKED, byPerson, freshOf, letter, member, message, page, ROOM, room } from '../matrix/scene.ts';
import {
  batch,
  component,
  FAR_OFF,
  get,
  guest,
  LONG_AGO,
  type Principal,
  remove,
  set,
  update,
} from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';

const minted = (called: string, claims: Fields): Principal => ({
  called,
  uid: 'component:mirror',
  claims: { firebase: { sign_in_provider: 'custom', identities: {} }, ...claims },
});
const NAMELESS = minted('a minted token that names nobody', {});
const OPERATOR = minted('a component with the claim of an operator', { component: 'mirror', operator: true });

/** A component that has a membership, which it cannot have come by. */
const MIRROR = component('mirror');
const UID = 'component:mirror';
const inRoom = (role: string, more: Fields = {}): Over => ({
  [memberPath(ROOM, UID)]: member(UID, role, more),
});
const paid = (what: string): Over => inRoom('member', { sent: { since: FAR_OFF, count: 1, last: what } });
const LETTER = deadLetterPath(mirrorId(ROOM, ASKED));
const FRESH = freshOf('mirror');
const hers = { author: byPerson(UID) };
const spent = { sent: { since: SERVER_TIME, count: 1, last: 'x:1' } };

const people: Edge[] = [
  ['a minted token that names nobody reads a page', false, NAMELESS, get(personPath('mia'))],
  [
    'a component changes the page under its uid',
    false,
    MIRROR,
    set(personPath(UID), page({ changed: SERVER_TIME })),
    { [personPath(UID)]: page() },
  ],
  [
    'a component makes the page under its uid',
    false,
    MIRROR,
    set(personPath(UID), page({ changed: SERVER_TIME })),
  ],
];

const rooms: Edge[] = [
  [
    'a component with a membership changes its room',
    false,
    MIRROR,
    set(roomPath(ROOM), room({ changed: SERVER_TIME })),
    inRoom('owner'),
  ],
  [
    'a guest who is an owner changes a room that takes no guests',
    false,
    guest('gus'),
    set(roomPath(ROOM), room({ guests: false, changed: SERVER_TIME })),
    { [memberPath(ROOM, 'gus')]: member('gus', 'owner'), [roomPath(ROOM)]: room({ guests: false }) },
  ],
];

const members: Edge[] = [
  [
    'a component with a membership reads another',
    false,
    MIRROR,
    get(memberPath(ROOM, 'mia')),
    inRoom('member'),
  ],
  [
    'a component with a membership spends',
    false,
    MIRROR,
    update(memberPath(ROOM, UID), spent),
    inRoom('member'),
  ],
  ['a component with a membership leaves', false, MIRROR, remove(memberPath(ROOM, UID)), inRoom('member')],
  [
    'a component with a membership removes another',
    false,
    MIRROR,
    remove(memberPath(ROOM, 'mia')),
    { ...inRoom('owner'), [banPath(ROOM, 'mia')]: { by: 'olga', at: LONG_AGO } },
  ],
];

const messages: Edge[] = [
  [
    'a component with a membership reads a message',
    false,
    MIRROR,
    get(messagePath(ROOM, ASKED)),
    inRoom('member'),
  ],
  [
    'a component with a membership writes as a person',
    false,
    MIRROR,
    set(messagePath(ROOM, FRESH), message('', { ...hers, at: SERVER_TIME })),
    paid(sending(FRESH, 1)),
  ],
  [
    'a component with a membership says it anew as a person',
    false,
    MIRROR,
    set(messagePath(ROOM, FRESH), message('', { ...hers, text: 'anew', revision: 2, edited: SERVER_TIME })),
    { ...paid(sending(FRESH, 2)), [messagePath(ROOM, FRESH)]: message('', hers) },
  ],
  [
    'a component with a membership writes of an allowance that it spends',
    false,
    MIRROR,
    batch(
      update(memberPath(ROOM, UID), { sent: { ...spent.sent, last: sending(FRESH, 1) } }),
      set(messagePath(ROOM, FRESH), message('', { ...hers, at: SERVER_TIME })),
    ),
    inRoom('member'),
  ],
];

const deadLetters: Edge[] = [
  [
    'a component with the claim of an operator reads a dead letter',
    false,
    OPERATOR,
    get(LETTER),
    { [LETTER]: letter(ROOM) },
  ],
];

/** Whoever is not what they seem: minted tokens of no component, components in a person's place. */
export const who = [
  ...edges('people', people),
  ...edges('rooms', rooms),
  ...edges('members', members),
  ...edges('messages', messages),
  ...edges('deadLetters', deadLetters),
];
