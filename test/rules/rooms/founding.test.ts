import { beforeEach, describe, it } from 'vitest';
import { type Fields, now, past, without } from '../fields.ts';
import { closet, givenLobby, place } from '../lobby.ts';
import { type Asked, allows, denies } from '../verdict.ts';
import { type Actor, component, given, operator, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const ona = operator('ona');
const den: Fields = { ...closet, name: 'Den', owners: ['ona'], created: now, changed: now };
const owning: Fields = { person: 'ona', role: 'owner', joined: now };

type Founding = { as?: Actor; id?: string; uid?: string; room?: Fields; membership?: Fields };
/** A room and its owner's membership, in one batch. */
const founds = ({ as = ona, id = 'den', uid = 'ona', room = den, membership = owning }: Founding): Asked => ({
  as,
  writes: [
    ['set', `rooms/${id}`, room],
    ['set', place(uid, id), membership],
  ],
});

describe('a room', () => {
  it.each<[string, Founding]>([
    ['closed', {}],
    ['open', { room: { ...den, visibility: 'open', reply: 'always', guests: true } }],
    ['answered on demand', { room: { ...den, reply: 'mentioned' } }],
    ['with an id of 40 letters', { id: 'd'.repeat(40) }],
    ['with a name of 80 characters', { room: { ...den, name: '部'.repeat(80) } }],
  ])('is made by an operator, who owns it: %s', (_, founding) => allows.batch(founds(founding)));

  // Each row is the first of these, changed in one thing.
  it.each<[string, Founding]>([
    ['by a person who is no operator', { as: person('ona') }],
    ['by the component of operators', { as: component('operate') }],
    [
      'for another',
      { room: { ...den, owners: ['olga'] }, uid: 'olga', membership: { ...owning, person: 'olga' } },
    ],
    ["with another's name among the owners", { room: { ...den, owners: ['olga'] } }],
    ['with two owners', { room: { ...den, owners: ['ona', 'olga'] } }],
    ['with no owner', { room: { ...den, owners: [] } }],
    ['with owners that are no list', { room: { ...den, owners: 'ona' } }],
    ['without owners', { room: without(den, 'owners') }],
    ['with a hyphen in its id', { id: 'den-two' }],
    ['with a dot in its id', { id: 'den.two' }],
    ['with an id of 41 letters', { id: 'd'.repeat(41) }],
    ['under an id that is taken', { id: 'lobby' }],
    ['without a name', { room: without(den, 'name') }],
    ['with a name of blanks', { room: { ...den, name: '  ' } }],
    ['with a name of 81 characters', { room: { ...den, name: 'x'.repeat(81) } }],
    ['with an unknown visibility', { room: { ...den, visibility: 'secret' } }],
    ['without a visibility', { room: without(den, 'visibility') }],
    ['with an unknown setting of replies', { room: { ...den, reply: 'never' } }],
    ['without a setting of replies', { room: without(den, 'reply') }],
    ['with guests that are no yes or no', { room: { ...den, guests: 1 } }],
    ['without a word on guests', { room: without(den, 'guests') }],
    ['with another time of its making', { room: { ...den, created: past() } }],
    ['without the time of its making', { room: without(den, 'created') }],
    ['with another time of its change', { room: { ...den, changed: past() } }],
    ['without the time of its change', { room: without(den, 'changed') }],
    ['with an unknown field', { room: { ...den, topic: 'x' } }],
    ['with a maker who is a member', { membership: { ...owning, role: 'member' } }],
    ['with a maker who is somebody else', { membership: { ...owning, person: 'olga' } }],
    ['with a maker who joined before', { membership: { ...owning, joined: past() } }],
    ['with a maker who was invited', { membership: { ...owning, invitation: 'x'.repeat(32) } }],
    [
      'with a maker who has sent already',
      { membership: { ...owning, sent: { since: now, count: 1, last: 'x:1' } } },
    ],
  ])('is not made %s', (_, founding) => denies.batch(founds(founding)));

  it('is not made without its owner', () => denies.set(ona, 'rooms/den', den));
  it('is not owned before it is made', () => denies.set(ona, place('ona', 'den'), owning));
  it('is not owned anew when it is there', async () => {
    await given('rooms/den', den);
    await denies.set(ona, place('ona', 'den'), owning);
    await denies.batch(founds({}));
  });
});
