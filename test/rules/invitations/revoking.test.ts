import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { type Fields, future, past } from '../fields.ts';
import { alice, bob, clara, givenLobby, member, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, operator, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = `rooms/closet/invitations/${'c'.repeat(32)}`;
const invitation: Fields = {
  by: 'clara',
  at: past(),
  name: 'Closet',
  role: 'member',
  until: future(),
  single: true,
  state: 'open',
};
const revoked: Fields = { state: 'revoked' };

describe('an invitation', () => {
  it.each<[string, Fields]>([
    ['good for one', invitation],
    ['good for all', { ...invitation, single: false }],
    ['that is over', { ...invitation, until: past(1) }],
    ['by another owner', { ...invitation, by: 'olga' }],
  ])('is revoked by an owner: one %s', async (_, fields) => {
    await given(path, fields);
    await allows.update(clara, path, revoked);
  });
  it.each<[string, Actor, Fields, Fields]>([
    ['by a member', alice, {}, revoked],
    ['by whoever made it and is an owner no more', bob, { by: 'bob' }, revoked],
    ['by an owner who is a guest, where no guests are taken', guest('gus'), {}, revoked],
    ["by another room's owner", person('olga'), {}, revoked],
    ['by an operator', operator('ona'), {}, revoked],
    ['when it was used', clara, { state: 'used', used: 'ben' }, revoked],
    ['when it was revoked', clara, { state: 'revoked' }, revoked],
    ['into another state', clara, {}, { state: 'closed' }],
    ['into use', clara, {}, { state: 'used', used: 'ben' }],
    ['with a longer time', clara, {}, { ...revoked, until: future(9_000) }],
    ['with another role', clara, {}, { ...revoked, role: 'reader' }],
  ])('is not revoked %s', async (_, actor, before, fields) => {
    await given(path, { ...invitation, ...before });
    await given(place('alice', 'closet'), member('alice'));
    await given(place('bob', 'closet'), member('bob'));
    await given(place('gus', 'closet'), member('gus', 'owner'));
    await denies.update(actor, path, fields);
  });
  it.each(COMPONENTS)('is not revoked by %s', async (name) => {
    await given(path, invitation);
    await denies.update(component(name), path, revoked);
  });
  it('is not opened again, prolonged, rewritten or removed', async () => {
    await given(path, { ...invitation, ...revoked });
    await denies.update(clara, path, { state: 'open' });
    await denies.delete(clara, path);
    await given(path, invitation);
    await denies.update(clara, path, { until: future(9_000) });
    await denies.set(clara, path, { ...invitation, single: false });
    await denies.delete(clara, path);
  });
});
