import { limit, orderBy, type QueryConstraint, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { alice, givenLobby, HERS, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, nobody, operator, others, rulesWorld } from '../world.ts';
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
  it.each(LISTERS)('is for %s', (name) => allows.list(component(name), 'mirrors', ...due, limit(50)));
  it.each<[string, Actor, QueryConstraint[]]>([
    ...people.map(([who, actor]): [string, Actor, QueryConstraint[]] => [who, actor, [...due, limit(50)]]),
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
