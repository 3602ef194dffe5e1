import { collection, collectionGroup, getDocs, limit, query, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { givenLobby, lobby } from './lobby.ts';
import {
  type Actor,
  allows,
  component,
  denies,
  type Fields,
  firestoreOf,
  given,
  guest,
  nobody,
  now,
  past,
  person,
  rulesWorld,
} from './world.ts';

rulesWorld();
beforeEach(givenLobby);

const alice = person('alice');
const bob = person('bob');

describe('a room', () => {
  it('is read by whoever is signed in while it is open, by its members, and by reply', async () => {
    await allows.get(bob, 'rooms/lobby');
    await allows.get(component('reply'), 'rooms/closet');
    await given('rooms/closet/members/bob', { person: 'bob', role: 'member', joined: past() });
    await allows.get(bob, 'rooms/closet');
  });
  it.each<[string, Actor, string]>([
    ['nobody', nobody, 'rooms/lobby'],
    ['somebody outside a closed one', bob, 'rooms/closet'],
    ['mirror', component('mirror'), 'rooms/lobby'],
    ['slackPost', component('slackPost'), 'rooms/lobby'],
  ])('is not read by %s', (_, actor, path) => denies.get(actor, path));

  const open = (actor: Actor, most?: number, visibility = 'open') => {
    const rooms = query(collection(firestoreOf(actor), 'rooms'), where('visibility', '==', visibility));
    return getDocs(most === undefined ? rooms : query(rooms, limit(most)));
  };
  it('is listed while it is open', () => allows.query(open(bob, 50)));
  it.each<[string, () => Promise<unknown>]>([
    ['closed ones', () => open(bob, 50, 'closed')],
    ['too many at once', () => open(bob, 51)],
    ['without a limit', () => open(bob)],
    ['to nobody', () => open(nobody, 50)],
    ['to a component', () => open(component('reply'), 50)],
    ['unfiltered', () => getDocs(query(collection(firestoreOf(bob), 'rooms'), limit(50)))],
  ])('is not listed: %s', (_, ask) => denies.query(ask()));

  it('is not made, changed or removed from a browser or by a component', async () => {
    for (const actor of [alice, person('olga'), ...COMPONENTS.map(component)]) {
      await denies.set(actor, 'rooms/new', lobby);
      await denies.update(actor, 'rooms/lobby', { name: 'Mine' });
      await denies.delete(actor, 'rooms/lobby');
    }
  });
});

describe('a membership', () => {
  const mine = 'rooms/lobby/members/bob';
  const joining = { person: 'bob', role: 'member', joined: now };

  it('is taken by a person in an open room, and by a guest where guests may', async () => {
    await allows.set(bob, mine, joining);
    await allows.set(guest('gus'), 'rooms/lobby/members/gus', { ...joining, person: 'gus' });
  });
  it.each<[string, Actor, string, Fields]>([
    ['nobody', nobody, mine, joining],
    ['another person', alice, mine, joining],
    ['a component', component('reply'), mine, joining],
    ['a closed room', bob, 'rooms/closet/members/bob', joining],
    ['a room that is not there', bob, 'rooms/none/members/bob', joining],
    ['the role of an owner', bob, mine, { ...joining, role: 'owner' }],
    ["another's uid", bob, mine, { ...joining, person: 'alice' }],
    ['a time of its own', bob, mine, { ...joining, joined: past() }],
    ['an unknown field', bob, mine, { ...joining, vip: true }],
  ])('is denied with %s', (_, actor, path, fields) => denies.set(actor, path, fields));
  it('is denied to a guest where the room takes none', async () => {
    await given('rooms/lobby', { ...lobby, guests: false });
    await denies.set(guest('gus'), 'rooms/lobby/members/gus', { ...joining, person: 'gus' });
    await allows.set(bob, mine, joining);
  });
  it('is not raised by its holder, and not removed', async () => {
    await denies.update(alice, 'rooms/lobby/members/alice', { role: 'owner' });
    await denies.delete(alice, 'rooms/lobby/members/alice');
  });

  it('is read by its holder and by the members', async () => {
    await allows.get(alice, 'rooms/lobby/members/olga');
    await allows.get(bob, mine);
    await denies.get(bob, 'rooms/lobby/members/alice');
    await denies.get(nobody, mine);
    await denies.get(component('reply'), mine);
  });
  const inLobby = (actor: Actor, most: number) =>
    getDocs(query(collection(firestoreOf(actor), 'rooms/lobby/members'), limit(most)));
  it('is listed to members, a page at a time', async () => {
    await allows.query(inLobby(alice, 50));
    await denies.query(inLobby(alice, 51));
    await denies.query(inLobby(bob, 50));
    await denies.query(inLobby(component('slackPost'), 50));
  });

  const ofUid = (actor: Actor, uid: string, most: number) =>
    getDocs(query(collectionGroup(firestoreOf(actor), 'members'), where('person', '==', uid), limit(most)));
  it('is found by its holder across rooms', async () => {
    await allows.query(ofUid(alice, 'alice', 50));
    await denies.query(ofUid(alice, 'olga', 50));
    await denies.query(ofUid(alice, 'alice', 51));
    await denies.query(ofUid(nobody, 'alice', 50));
    await denies.query(ofUid(component('reply'), 'alice', 50));
    await denies.query(getDocs(query(collectionGroup(firestoreOf(alice), 'members'), limit(50))));
  });
});
