import { limit, type QueryConstraint, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { alice, bob, givenLobby, lobby, olga, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, nobody, operator, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const gus = guest('gus');

describe('a membership', () => {
  it.each<[string, Actor, string]>([
    ['its holder', alice, place('alice')],
    ['whoever looks whether they are one', bob, place('bob')],
    ['another member', alice, place('olga')],
    ['a reader', person('rita'), place('olga')],
    ['a guest who is a member', gus, place('olga')],
  ])('is read by %s', (_, actor, path) => allows.get(actor, path));
  it.each<[string, Actor, string]>([
    ['nobody', nobody, place('alice')],
    ['somebody outside', bob, place('alice')],
    ['a member of another room', person('clara'), place('alice')],
    ['an operator', operator('ona'), place('alice')],
    ...COMPONENTS.map((name): [string, Actor, string] => [name, component(name), place('alice')]),
  ])('is not read by %s', (_, actor, path) => denies.get(actor, path));
  it('is the last a guest reads where guests are no longer taken', async () => {
    await given('rooms/lobby', { ...lobby, guests: false });
    await allows.get(gus, place('gus'));
    await denies.get(gus, place('olga'));
    await denies.list(gus, 'rooms/lobby/members', limit(50));
  });
});

describe('a list of members', () => {
  const members = 'rooms/lobby/members';
  it.each<[string, Actor]>([
    ['a member', alice],
    ['a reader', person('rita')],
    ['a guest who is a member', gus],
  ])('is read by %s', (_, actor) => allows.list(actor, members, limit(50)));
  it.each<[string, Actor, QueryConstraint[]]>([
    ['by nobody', nobody, [limit(50)]],
    ['by somebody outside', bob, [limit(50)]],
    ['by somebody outside, of the owners', bob, [where('role', '==', 'owner'), limit(50)]],
    ['51 at once', alice, [limit(51)]],
    ['without an end', alice, []],
    ...COMPONENTS.map((name): [string, Actor, QueryConstraint[]] => [
      `by ${name}`,
      component(name),
      [limit(50)],
    ]),
  ])('is not read %s', (_, actor, which) => denies.list(actor, members, ...which));
});

describe('memberships across rooms', () => {
  const of = (uid: string) => where('person', '==', uid);
  it('are found by their holder', () => allows.listAll(alice, 'members', of('alice'), limit(50)));
  it('are found by their holder in one room, too', () =>
    allows.list(bob, 'rooms/lobby/members', of('bob'), limit(50)));
  it.each<[string, Actor, QueryConstraint[]]>([
    ['by another', alice, [of('olga'), limit(50)]],
    ['together with those of another', alice, [where('person', 'in', ['alice', 'olga']), limit(50)]],
    ['of all', alice, [limit(50)]],
    ['of all owners', olga, [where('role', '==', 'owner'), limit(50)]],
    ['51 at once', alice, [of('alice'), limit(51)]],
    ['without an end', alice, [of('alice')]],
    ['by nobody', nobody, [of('alice'), limit(50)]],
    ['by an operator', operator('ona'), [of('alice'), limit(50)]],
    ['by a component', component('sweep'), [of('component:sweep'), limit(50)]],
  ])('are not found %s', (_, actor, which) => denies.listAll(actor, 'members', ...which));
});
