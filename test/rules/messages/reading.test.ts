import { limit, orderBy, type QueryConstraint, where } from 'firebase/firestore';
import { beforeEach, describe, expect, it } from 'vitest';
import { alice, at, bob, by, givenLobby, HERS, lobby, member, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { connect, list, projectOf, person as signedIn } from '../wire/index.ts';
import {
  type Actor,
  component,
  forger,
  given,
  guest,
  nobody,
  operator,
  others,
  PROJECT,
  person,
  rulesWorld,
} from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const gus = guest('gus');
const READERS = ['reply', 'slackPost', 'slackApply', 'sweep'] as const;

describe('reading a message', () => {
  it.each<[string, Actor]>([
    ['a member', alice],
    ['a reader', person('rita')],
    ['a guest who is a member', gus],
    ...READERS.map((name): [string, Actor] => [name, component(name)]),
  ])('is for %s', (_, actor) => allows.get(actor, at(HERS)));
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ['a person outside the room', bob],
    ['a guest outside the room', guest('gil')],
    ["another room's owner", person('clara')],
    ['an operator', operator('ona')],
    ['somebody who claims to be reply', forger('reply')],
    ...others(...READERS).map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', (_, actor) => denies.get(actor, at(HERS)));
  it('ends for a guest where guests are no longer taken', async () => {
    await given('rooms/lobby', { ...lobby, guests: false });
    await denies.get(gus, at(HERS));
    await denies.list(gus, 'rooms/lobby/messages', limit(50));
    await allows.get(alice, at(HERS));
  });
  it('is not for a member of another room', async () => {
    await given(place('bob', 'closet'), member('bob'));
    await denies.get(bob, at(HERS));
  });
});

describe('a page of messages', () => {
  const page = [orderBy('at', 'desc'), limit(50)];
  it.each<[string, Actor]>([
    ['a member', alice],
    ['a reader', person('rita')],
    ['a guest who is a member', gus],
    ['slackPost', component('slackPost')],
    ['slackApply', component('slackApply')],
  ])('is read by %s', (_, actor) => allows.list(actor, 'rooms/lobby/messages', ...page));
  it.each<[string, Actor, QueryConstraint[]]>([
    ['51 at once', alice, [limit(51)]],
    ['without an end', alice, []],
    ['by nobody', nobody, page],
    ['by somebody outside', bob, page],
    ['by somebody outside, of their own', bob, [where('author', '==', by('bob')), limit(50)]],
    ['by an operator', operator('ona'), page],
    ['51 at once by slackPost', component('slackPost'), [limit(51)]],
    ['51 at once by slackApply', component('slackApply'), [limit(51)]],
    ...others('slackPost', 'slackApply', 'sweep').map((name): [string, Actor, QueryConstraint[]] => [
      `by ${name}`,
      component(name),
      page,
    ]),
  ])('is not read %s', (_, actor, which) => denies.list(actor, 'rooms/lobby/messages', ...which));
});

describe('messages across rooms', () => {
  const lately = [where('at', '>', new Date(0)), orderBy('at')];
  it.each(['sweep', 'slackApply'] as const)('are read by %s', (name) =>
    allows.listAll(component(name), 'messages', ...lately, limit(50)),
  );
  it.each<[string, Actor, QueryConstraint[]]>([
    ['51 at once', component('sweep'), [...lately, limit(51)]],
    ['without an end', component('sweep'), lately],
    ['by slackApply, 51 at once', component('slackApply'), [...lately, limit(51)]],
    ['by a member', alice, [...lately, limit(50)]],
    ['by a member, of her own', alice, [where('author', '==', by('alice')), limit(50)]],
    ['by an owner', person('olga'), [...lately, limit(50)]],
    ['by an operator', operator('ona'), [...lately, limit(50)]],
    ['by nobody', nobody, [...lately, limit(50)]],
    ...others('sweep', 'slackApply').map((name): [string, Actor, QueryConstraint[]] => [
      `by ${name}`,
      component(name),
      [...lately, limit(50)],
    ]),
  ])('are not read %s', (_, actor, which) => denies.listAll(actor, 'messages', ...which));
});

describe('a list of messages', () => {
  it('skips none: what is skipped is read, and paid for, too', async () => {
    const project = projectOf(connect(process.env.FIRESTORE_EMULATOR_HOST ?? ''), PROJECT);
    const asked = (offset: number) =>
      project.ask(signedIn('alice'), list('rooms/lobby/messages', { limit: 50, offset }));
    expect(await asked(0)).toBe('allowed');
    expect(await asked(1)).toBe('denied');
  });
});
