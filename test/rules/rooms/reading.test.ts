import { limit, type QueryConstraint, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { alice, bob, closet, givenLobby, member, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import {
  type Actor,
  component,
  given,
  givenAll,
  guest,
  nobody,
  operator,
  others,
  rulesWorld,
} from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const gus = guest('gus');
/** Components that go by its settings. */
const GUIDED = ['reply', 'slackPost', 'sweep', 'operate'] as const;

describe('reading a room', () => {
  it.each<[string, Actor, string]>([
    ['whoever is signed in, while it is open', bob, 'rooms/lobby'],
    ['a guest, while it is open to guests', guest('gil'), 'rooms/lobby'],
    ...GUIDED.map((name): [string, Actor, string] => [name, component(name), 'rooms/closet']),
  ])('is for %s', (_, actor, path) => allows.get(actor, path));
  it('is for a member of a closed one', async () => {
    await given(place('bob', 'closet'), member('bob', 'reader'));
    await allows.get(bob, 'rooms/closet');
  });
  it('is for a guest who is a member of a closed one that takes guests', async () => {
    await givenAll({ 'rooms/closet': { ...closet, guests: true }, [place('gus', 'closet')]: member('gus') });
    await allows.get(gus, 'rooms/closet');
  });
  it.each<[string, Actor, string]>([
    ['nobody', nobody, 'rooms/lobby'],
    ['somebody outside a closed one', bob, 'rooms/closet'],
    ['an operator outside a closed one', operator('ona'), 'rooms/closet'],
    ['whoever asks for one that is not there', bob, 'rooms/none'],
    ...others(...GUIDED).map((name): [string, Actor, string] => [name, component(name), 'rooms/lobby']),
  ])('is not for %s', (_, actor, path) => denies.get(actor, path));
  it('is not for a guest where guests are no longer taken, member or not', async () => {
    await givenAll({
      'rooms/closet': { ...closet, visibility: 'open' },
      [place('gus', 'closet')]: member('gus'),
    });
    await allows.get(bob, 'rooms/closet');
    await denies.get(gus, 'rooms/closet');
    await denies.get(guest('gil'), 'rooms/closet');
  });
});

describe('a list of rooms', () => {
  const open = where('visibility', '==', 'open');
  const forGuests = where('guests', '==', true);

  it('shows the open ones', () => allows.list(bob, 'rooms', open, limit(50)));
  it('shows a guest those that take guests', () => allows.list(gus, 'rooms', open, forGuests, limit(50)));
  it.each<[string, Actor, QueryConstraint[]]>([
    ['of closed ones', bob, [where('visibility', '==', 'closed'), limit(50)]],
    ['of open and closed ones', bob, [where('visibility', 'in', ['open', 'closed']), limit(50)]],
    ['of those that somebody owns', bob, [where('owners', 'array-contains', 'bob'), limit(50)]],
    ['of all', bob, [limit(50)]],
    ['of 51', bob, [open, limit(51)]],
    ['without an end', bob, [open]],
    ['to nobody', nobody, [open, limit(50)]],
    ['to reply', component('reply'), [open, limit(50)]],
    ['to sweep', component('sweep'), [open, limit(50)]],
    ['to a guest, of all open ones', gus, [open, limit(50)]],
    ['to a guest, of those without guests', gus, [open, where('guests', '==', false), limit(50)]],
    ['to a guest, of closed ones for guests', gus, [forGuests, limit(50)]],
  ])('is not had %s', (_, actor, which) => denies.list(actor, 'rooms', ...which));
  it('is not had across collections', () => denies.listAll(alice, 'rooms', open, limit(50)));
});
