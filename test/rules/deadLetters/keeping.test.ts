import { limit, type QueryConstraint, where } from 'firebase/firestore';
import { describe, it } from 'vitest';
import { type Fields, gone, now, past, without } from '../fields.ts';
import { HERS, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, nobody, operator, others, rulesWorld } from '../world.ts';

rulesWorld();

const post = component('slackPost');
const ona = operator('ona');
const path = `deadLetters/lobby-${HERS}`;
const letter: Fields = {
  component: 'slackPost',
  room: 'lobby',
  message: HERS,
  error: 'msg_too_long',
  attempts: 1,
  at: now,
  state: 'open',
};

describe('a dead letter', () => {
  it.each<[string, Fields]>([
    ['given up at once', { ...letter, attempts: 0 }],
    ['given up after twenty attempts', { ...letter, attempts: 20 }],
    ['given up for a reason of 500 characters', { ...letter, error: 'x'.repeat(500) }],
  ])('is kept by slackPost: one %s', (_, fields) => allows.set(post, path, fields));
  it.each<[string, Actor, string, Fields]>([
    ['by an operator', ona, path, letter],
    ["by the room's owner", olga, path, letter],
    ...others('slackPost').map((name): [string, Actor, string, Fields] => [
      `by ${name}`,
      component(name),
      path,
      letter,
    ]),
    ['under another id', post, 'deadLetters/other', letter],
    ['under the id of another room', post, `deadLetters/closet-${HERS}`, letter],
    [
      'for a room that ends elsewhere',
      post,
      'deadLetters/lobby-x-y',
      { ...letter, room: 'lobby-x', message: 'y' },
    ],
    ['for a room that is none', post, path, { ...letter, room: ['lobby'] }],
    ['for no message', post, path, without(letter, 'message')],
    ['for another component', post, path, { ...letter, component: 'reply' }],
    ['without a reason', post, path, without(letter, 'error')],
    ['for an empty reason', post, path, { ...letter, error: '' }],
    ['for a reason of 501 characters', post, path, { ...letter, error: 'x'.repeat(501) }],
    ['after fewer than no attempts', post, path, { ...letter, attempts: -1 }],
    ['after twenty-one attempts', post, path, { ...letter, attempts: 21 }],
    ['after half an attempt', post, path, { ...letter, attempts: 0.5 }],
    ['at another time', post, path, { ...letter, at: past() }],
    ['as discarded', post, path, { ...letter, state: 'discarded' }],
    ['without a state', post, path, without(letter, 'state')],
    ['as decided', post, path, { ...letter, by: 'ona', decided: now }],
    ['with the text', post, path, { ...letter, text: 'hello' }],
  ])('is not kept %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it('is not removed', async () => {
    await given(path, letter);
    for (const actor of [post, component('operate'), ona]) await denies.delete(actor, path);
  });
});

describe('a dead letter that was decided', () => {
  const reopened: Fields = {
    error: 'no_answer',
    attempts: 20,
    at: now,
    state: 'open',
    by: gone,
    decided: gone,
  };
  const decided: Fields = { ...letter, at: past(), state: 'redriven', by: 'ona', decided: past(60) };

  it.each(['redriven', 'discarded'])(
    'is opened again by slackPost, which gives up anew: %s',
    async (state) => {
      await given(path, { ...decided, state });
      await allows.update(post, path, reopened);
    },
  );
  it.each<[string, Actor, Fields]>([
    ['by an operator', ona, reopened],
    ...others('slackPost').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), reopened]),
    ['as it was decided', post, without(reopened, 'by', 'decided')],
    ['with who decided', post, without(reopened, 'by')],
    ['with when it was decided', post, without(reopened, 'decided')],
    ['as discarded', post, { ...reopened, state: 'discarded' }],
    ['at another time', post, { ...reopened, at: past() }],
    ['at the time it had', post, without(reopened, 'at')],
    ['without a reason', post, { ...reopened, error: gone }],
    ['after twenty-one attempts', post, { ...reopened, attempts: 21 }],
    ['for another room', post, { ...reopened, room: 'closet' }],
    ['for another component', post, { ...reopened, component: 'reply' }],
    ['with the text', post, { ...reopened, text: 'hello' }],
  ])('is not opened again %s', async (_, actor, fields) => {
    await given(path, decided);
    await denies.update(actor, path, fields);
  });
  it('is not opened again while it is open', async () => {
    await given(path, { ...letter, at: past() });
    await denies.update(post, path, { error: 'no_answer', attempts: 20, at: now });
  });
});

describe('reading dead letters', () => {
  const open = where('state', '==', 'open');
  const READERS = ['slackPost', 'operate'] as const;
  it.each<[string, Actor]>([
    ['an operator', ona],
    ...READERS.map((name): [string, Actor] => [name, component(name)]),
  ])('is for %s', (_, actor) => allows.get(actor, path));
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ["the room's owner", olga],
    ...others(...READERS).map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', (_, actor) => denies.get(actor, path));
  it.each<[string, Actor]>([
    ['an operator', ona],
    ['operate', component('operate')],
  ])('in lists is for %s', (_, actor) => allows.list(actor, 'deadLetters', open, limit(50)));
  it.each<[string, Actor, QueryConstraint[]]>([
    ['nobody', nobody, [open, limit(50)]],
    ["a room's owner", olga, [where('room', '==', 'lobby'), limit(50)]],
    ...others('operate').map((name): [string, Actor, QueryConstraint[]] => [
      name,
      component(name),
      [limit(50)],
    ]),
    ['an operator, 51 at once', ona, [open, limit(51)]],
    ['operate, 51 at once', component('operate'), [open, limit(51)]],
    ['operate, without an end', component('operate'), [open]],
  ])('in lists is not for %s', (_, actor, which) => denies.list(actor, 'deadLetters', ...which));
});
