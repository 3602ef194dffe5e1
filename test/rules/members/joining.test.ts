import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { type Fields, now, past, without } from '../fields.ts';
import { alice, bob, closet, givenLobby, lobby, member, olga, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, nobody, operator, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const mine = place('bob');
const joining: Fields = { person: 'bob', role: 'member', joined: now };

describe('joining', () => {
  it('is for whoever is signed in, in an open room', () => allows.set(bob, mine, joining));
  it('is for guests, where guests are taken', () =>
    allows.set(guest('gil'), place('gil'), { ...joining, person: 'gil' }));
  it('is not for guests where they are not', async () => {
    await given('rooms/lobby', { ...lobby, guests: false });
    await denies.set(guest('gil'), place('gil'), { ...joining, person: 'gil' });
    await allows.set(bob, mine, joining);
  });

  // Each row is the first write, changed in one thing.
  it.each<[string, Actor, string, Fields]>([
    ['by nobody', nobody, mine, joining],
    ['by another person', alice, mine, joining],
    ['by the owner in their place', olga, mine, joining],
    ['in a closed room', bob, place('bob', 'closet'), joining],
    ['in a closed room, by an operator', operator('bob'), place('bob', 'closet'), joining],
    ['in a room that is not there', bob, place('bob', 'none'), joining],
    ['as an owner', bob, mine, { ...joining, role: 'owner' }],
    ['as a reader', bob, mine, { ...joining, role: 'reader' }],
    ['without a role', bob, mine, without(joining, 'role')],
    ["under another's uid", bob, mine, { ...joining, person: 'alice' }],
    ['without the uid', bob, mine, without(joining, 'person')],
    ['at a time of its own', bob, mine, { ...joining, joined: past() }],
    ['without the time', bob, mine, without(joining, 'joined')],
    ['with an allowance', bob, mine, { ...joining, sent: { since: now, count: 1, last: 'x:1' } }],
    ['with an endless allowance', bob, mine, { ...joining, sent: { since: now, count: -999, last: 'x:1' } }],
    ['with a change of role to come', bob, mine, { ...joining, changed: now }],
    ['with an unknown field', bob, mine, { ...joining, vip: true }],
    ['with an invitation that is not there', bob, mine, { ...joining, invitation: 'x'.repeat(32) }],
  ])('is denied %s', (_, actor, path, fields) => denies.set(actor, path, fields));
  it.each(COMPONENTS)('is denied to %s', async (name) => {
    await denies.set(component(name), mine, joining);
    const uid = `component:${name}`;
    await denies.set(component(name), place(uid), { ...joining, person: uid });
  });

  it('is done once: who is a member cannot begin again', async () => {
    await given(mine, { ...member('bob'), sent: { since: past(10), count: 60, last: 'x:1' } });
    await denies.set(bob, mine, joining);
    await denies.batch({
      as: bob,
      writes: [
        ['delete', mine],
        ['set', mine, joining],
      ],
    });
  });
  it('does not come of a room that was open once', async () => {
    await given('rooms/lobby', { ...closet, owners: ['olga'] });
    await denies.set(bob, mine, joining);
  });
});
