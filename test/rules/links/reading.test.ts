import { limit, type QueryConstraint, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { alice, bob, clara, givenLobby, lobby, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, nobody, operator, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const ona = operator('ona');
const READERS = [
  'mirror',
  'mirrorReactions',
  'slackPost',
  'slackApply',
  'slackCommand',
  'sweep',
  'operate',
] as const;
const LISTERS = ['slackApply', 'slackCommand', 'sweep', 'operate'] as const;

describe('reading a link', () => {
  it.each<[string, Actor]>([
    ['an operator', ona],
    ['a member', alice],
    ["the room's owner", olga],
    ['a guest who is a member', guest('gus')],
    ...READERS.map((name): [string, Actor] => [name, component(name)]),
  ])('is for %s', (_, actor) => allows.get(actor, 'links/lobby'));
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ['somebody outside', bob],
    ['a member of another room', clara],
    ...others(...READERS).map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', (_, actor) => denies.get(actor, 'links/lobby'));
  it('is for members where there is none', () => allows.get(clara, 'links/closet'));
  it('is not for a guest where guests are no longer taken', async () => {
    await given('rooms/lobby', { ...lobby, guests: false });
    await denies.get(guest('gus'), 'links/lobby');
  });
});

describe('a list of links', () => {
  const there = where('channel', '==', 'C0LOBBY');
  it.each<[string, Actor, QueryConstraint[]]>([
    ['an operator', ona, [limit(50)]],
    ['sweep', component('sweep'), [limit(50)]],
    ['operate', component('operate'), [limit(50)]],
    ['slackApply, twenty at once', component('slackApply'), [there, limit(20)]],
    ['slackCommand, twenty at once', component('slackCommand'), [there, limit(20)]],
  ])('is for %s', (_, actor, which) => allows.list(actor, 'links', ...which));
  it.each<[string, Actor, QueryConstraint[]]>([
    ['nobody', nobody, [limit(20)]],
    ["a room's owner", olga, [there, limit(20)]],
    ['slackApply, 21 at once', component('slackApply'), [there, limit(21)]],
    ['slackCommand, 21 at once', component('slackCommand'), [there, limit(21)]],
    ['slackApply, without an end', component('slackApply'), [there]],
    ['sweep, 51 at once', component('sweep'), [limit(51)]],
    ['operate, 51 at once', component('operate'), [limit(51)]],
    ['an operator, 51 at once', ona, [limit(51)]],
    ['an operator, without an end', ona, []],
    ...others(...LISTERS).map((name): [string, Actor, QueryConstraint[]] => [
      name,
      component(name),
      [limit(20)],
    ]),
  ])('is not for %s', (_, actor, which) => denies.list(actor, 'links', ...which));
});
