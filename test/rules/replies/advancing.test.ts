import { beforeEach, describe, it } from 'vitest';
import { type Fields, gone, now, past } from '../fields.ts';
import { alice, answer, at, by, FRESH, givenLobby, HERS, olga, REPLY } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, forger, given, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = at(REPLY);
const reply = component('reply');
const writing: Fields = { ...answer, at: past(10), text: 'Hel', reply: { to: HERS, state: 'writing' } };
const wanted: Fields = { ...writing, text: '', reply: { to: HERS, state: 'wanted' } };
const further: Fields = { text: 'Hello', revision: 2, 'reply.state': 'writing' };

describe.each<[string, Fields]>([
  ['being written', writing],
  ['wanted', wanted],
])('a reply that is %s', (_, before) => {
  beforeEach(() => given(path, before));

  it.each(['writing', 'done', 'failed', 'stopped'])('goes on to %s', (state) =>
    allows.update(reply, path, { ...further, 'reply.state': state }),
  );
  it.each(['writing', 'failed', 'stopped'])('goes on to %s with nothing said', (state) =>
    allows.update(reply, path, { ...further, text: '', 'reply.state': state }),
  );
  it('grows to 12,000 characters', () =>
    allows.update(reply, path, { ...further, text: 'ん'.repeat(12_000) }));

  // Each row is the first of these, changed in one thing.
  it.each<[string, Actor, Fields]>([
    ['by a person', alice, further],
    ['by an owner', olga, further],
    ['by somebody who claims to be reply', forger('reply'), further],
    ...others('reply').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), further]),
    ['without a new revision', reply, { ...further, revision: 1 }],
    ['by two revisions', reply, { ...further, revision: 3 }],
    ['by half a revision', reply, { ...further, revision: 1.5 }],
    ['to an unknown state', reply, { ...further, 'reply.state': 'paused' }],
    ['back to wanted', reply, { ...further, 'reply.state': 'wanted' }],
    ['to no state', reply, { ...further, 'reply.state': gone }],
    ['to done with nothing said', reply, { ...further, text: ' ', 'reply.state': 'done' }],
    ['to a text that is none', reply, { ...further, text: ['Hello'] }],
    ['to 12,001 characters', reply, { ...further, text: 'x'.repeat(12_001) }],
    ['to another question', reply, { ...further, 'reply.to': FRESH }],
    ['with something more in its state', reply, { ...further, 'reply.by': 'x' }],
    ['to another time', reply, { ...further, at: now }],
    ['to another author', reply, { ...further, author: by('alice') }],
    ['into a thread', reply, { ...further, thread: HERS }],
    ['with the mark of an edit', reply, { ...further, edited: now }],
    ['with an unknown field', reply, { ...further, cost: 1 }],
  ])('does not move %s', (_what, actor, fields) => denies.update(actor, path, fields));
});

describe('a reply', () => {
  it.each(['done', 'failed', 'stopped'])('does not move on once it is %s', async (state) => {
    await given(path, { ...writing, reply: { to: HERS, state } });
    await denies.update(reply, path, further);
    await denies.update(reply, path, { ...further, 'reply.state': 'done' });
  });
  it('comes in up to 499 parts', async () => {
    await given(path, { ...writing, revision: 498 });
    await allows.update(reply, path, { ...further, revision: 499 });
    await denies.update(reply, path, { ...further, revision: 500 });
  });
  it.each(['done', 'failed', 'stopped'])('is %s with its 500th revision at the latest', async (state) => {
    await given(path, { ...writing, revision: 499 });
    await allows.update(reply, path, { ...further, revision: 500, 'reply.state': state });
    await given(path, { ...writing, revision: 500 });
    await denies.update(reply, path, { ...further, revision: 501, 'reply.state': state });
  });
  it('is all that reply changes', () => denies.update(reply, at(HERS), further));
});
