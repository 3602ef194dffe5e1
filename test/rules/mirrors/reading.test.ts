import { limit, orderBy, type QueryConstraint, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { alice, clara, givenLobby, HERS, lobby, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, nobody, operator, others, rulesWorld } from '../world.ts';
import { mark } from './mark.ts';

rulesWorld();
beforeEach(givenLobby);

const path = `mirrors/lobby-${HERS}`;
const READERS = ['mirror', 'slackPost', 'sweep', 'operate'] as const;
const LISTERS = ['slackPost', 'slackApply', 'sweep', 'operate'] as const;
const people: [string, Actor][] = [
  ['nobody', nobody],
  ['who wrote the message', alice],
  ["the room's owner", olga],
  ['an operator', operator('ona')],
];

describe('reading a mirror', () => {
  it.each(READERS)('is for %s', (name) => allows.get(component(name), path));
  it.each<[string, Actor]>([
    ...people,
    ...others(...READERS).map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', async (_, actor) => {
    await given(path, mark);
    await denies.get(actor, path);
  });
});

describe('a list of mirrors', () => {
  const due = [where('room', '==', 'lobby'), where('state', 'in', ['wanted', 'sending']), orderBy('at')];
  const ofRoom = where('room', '==', 'lobby');
  const newest = [ofRoom, orderBy('at', 'desc')];
  it.each(LISTERS)('is for %s', (name) => allows.list(component(name), 'mirrors', ...due, limit(50)));
  it.each<[string, Actor]>([
    ['a member', alice],
    ["the room's owner", olga],
    ['a guest who is a member', guest('gus')],
  ])('is for %s, of their room', (_, actor) => allows.list(actor, 'mirrors', ...newest, limit(50)));
  it.each<[string, Actor, QueryConstraint[]]>([
    ['of another room', clara, [...newest, limit(50)]],
    ['of two rooms', alice, [where('room', 'in', ['lobby', 'closet']), limit(50)]],
    ['of all but one', alice, [where('room', '!=', 'closet'), limit(50)]],
    ['of all rooms', alice, [orderBy('at', 'desc'), limit(50)]],
    ['51 at once', alice, [...newest, limit(51)]],
    ['without an end', alice, newest],
  ])('is not for a member %s', (_, actor, which) => denies.list(actor, 'mirrors', ...which));
  it('is not for a guest where guests are no longer taken', async () => {
    await given('rooms/lobby', { ...lobby, guests: false });
    await denies.list(guest('gus'), 'mirrors', ...newest, limit(50));
  });
  it.each<[string, Actor, QueryConstraint[]]>([
    ['nobody', nobody, [...due, limit(50)]],
    ['an operator who is no member', operator('ona'), [...due, limit(50)]],
    ...LISTERS.flatMap((name): [string, Actor, QueryConstraint[]][] => [
      [`${name}, 51 at once`, component(name), [...due, limit(51)]],
      [`${name}, without an end`, component(name), due],
    ]),
    ...others(...LISTERS).map((name): [string, Actor, QueryConstraint[]] => [
      name,
      component(name),
      [...due, limit(50)],
    ]),
  ])('is not for %s', (_, actor, which) => denies.list(actor, 'mirrors', ...which));
});
