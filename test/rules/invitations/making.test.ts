import { limit, type QueryConstraint, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { type Fields, future, now, past, without } from '../fields.ts';
import { alice, bob, clara, closet, givenLobby, member, place } from '../lobby.ts';
import { spends } from '../sending.ts';
import { type Asked, allows, denies } from '../verdict.ts';
import {
  type Actor,
  component,
  given,
  givenAll,
  guest,
  nobody,
  operator,
  person,
  rulesWorld,
} from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const CODE = 'codeCODEcodeCODEcodeCODEcodeCODE';
const DAY = 86_400;
const invitation: Fields = {
  by: 'clara',
  at: now,
  name: 'Closet',
  role: 'member',
  until: future(),
  single: false,
  state: 'open',
};
const pathOf = (code: string, room = 'closet') => `rooms/${room}/invitations/${code}`;

type Invitation = { as?: Actor; uid?: string; room?: string; code?: string; what?: string; fields?: Fields };
/** An invitation and the allowance for it, in one batch. */
const invites = ({
  as = clara,
  uid = 'clara',
  room = 'closet',
  code = CODE,
  what,
  fields,
}: Invitation): Asked => ({
  as,
  writes: [
    spends(uid, what ?? `invitation:${code}`, room),
    ['set', pathOf(code, room), fields ?? invitation],
  ],
});

describe('an invitation', () => {
  it.each<[string, Fields]>([
    ['for all who come in time', invitation],
    ['for one', { ...invitation, single: true }],
    ['for readers', { ...invitation, role: 'reader' }],
    ['for thirty days', { ...invitation, until: future(30 * DAY - 60) }],
    ['for a moment', { ...invitation, until: future(60) }],
  ])('is made by an owner: %s', (_, fields) => allows.batch(invites({ fields })));
  it('is made by an owner who is a guest only where guests are taken', async () => {
    await givenAll({
      'rooms/closet': { ...closet, guests: true },
      [place('gus', 'closet')]: member('gus', 'owner'),
    });
    const offer = { as: guest('gus'), uid: 'gus', fields: { ...invitation, by: 'gus' } };
    await allows.batch(invites(offer));
    await given('rooms/closet', closet);
    await denies.batch(invites({ ...offer, code: CODE.toLowerCase() }));
  });

  it.each<[string, Invitation]>([
    ['by a member', { as: alice, uid: 'alice', fields: { ...invitation, by: 'alice' } }],
    ['by a reader', { as: person('rita'), uid: 'rita', fields: { ...invitation, by: 'rita' } }],
    ['in the name of another owner', { fields: { ...invitation, by: 'olga' } }],
    ['without a name of whom it is from', { fields: without(invitation, 'by') }],
    ['under a code of 31 letters', { code: CODE.slice(1) }],
    ['under a code of 33 letters', { code: `${CODE}x` }],
    ['under a code with a dot', { code: `${CODE.slice(1)}.` }],
    ['at a time of its own', { fields: { ...invitation, at: past() } }],
    ['without a time', { fields: without(invitation, 'at') }],
    ['with another name of the room', { fields: { ...invitation, name: 'Lobby' } }],
    ['without a name of the room', { fields: without(invitation, 'name') }],
    ['for owners', { fields: { ...invitation, role: 'owner' } }],
    ['for no role', { fields: without(invitation, 'role') }],
    ['for thirty-one days', { fields: { ...invitation, until: future(30 * DAY + 60) } }],
    ['for a time that is over', { fields: { ...invitation, until: past(1) } }],
    ['for ever', { fields: without(invitation, 'until') }],
    ['until a time that is none', { fields: { ...invitation, until: '2099-01-01' } }],
    ['for a number of people', { fields: { ...invitation, single: 3 } }],
    ['for nobody knows how many', { fields: without(invitation, 'single') }],
    ['as used', { fields: { ...invitation, state: 'used' } }],
    ['without a state', { fields: without(invitation, 'state') }],
    ['with a user', { fields: { ...invitation, used: 'bob' } }],
    ['with an unknown field', { fields: { ...invitation, note: 'x' } }],
    ['on the allowance for another', { what: `invitation:${'x'.repeat(32)}` }],
    ['on the allowance for a message', { what: `${CODE}:1` }],
  ])('is not made %s', async (_, offer) => {
    const everybody = { rita: 'reader', alice: 'member', olga: 'owner' };
    for (const [uid, role] of Object.entries(everybody)) await given(place(uid, 'closet'), member(uid, role));
    await denies.batch(invites(offer));
  });
  it('is not made without the allowance', () => denies.set(clara, pathOf(CODE), invitation));
  it('is not made by an operator or for another room', async () => {
    await denies.set(operator('ona'), pathOf(CODE), { ...invitation, by: 'ona' });
    await denies.batch({
      as: clara,
      writes: [
        spends('clara', `invitation:${CODE}`, 'closet'),
        ['set', pathOf(CODE, 'lobby'), { ...invitation, name: 'Lobby' }],
      ],
    });
  });
  it.each(COMPONENTS)('is not made by %s', (name) => denies.set(component(name), pathOf(CODE), invitation));
});

describe('reading invitations', () => {
  const list = 'rooms/closet/invitations';
  beforeEach(() => given(pathOf(CODE), invitation));

  it('is for whoever knows the code', async () => {
    await allows.get(bob, pathOf(CODE));
    await allows.get(guest('gil'), pathOf(CODE));
  });
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ...COMPONENTS.map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', (_, actor) => denies.get(actor, pathOf(CODE)));

  it('in lists is for an owner', () => allows.list(clara, list, limit(50)));
  it.each<[string, Actor, QueryConstraint[]]>([
    ['for a member', alice, [limit(50)]],
    ['for somebody outside', bob, [limit(50)]],
    ['for somebody outside, of those open', bob, [where('state', '==', 'open'), limit(50)]],
    ['for an operator', operator('ona'), [limit(50)]],
    ["for another room's owner", person('olga'), [limit(50)]],
    ['for a component', component('sweep'), [limit(50)]],
    ['51 at once', clara, [limit(51)]],
    ['without an end', clara, []],
  ])('in lists is not %s', async (_, actor, which) => {
    await given(place('alice', 'closet'), member('alice'));
    await denies.list(actor, list, ...which);
  });
  it('is not done across rooms', () =>
    denies.listAll(clara, 'invitations', where('by', '==', 'clara'), limit(50)));
});
