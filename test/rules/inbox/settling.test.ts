import { describe, it } from 'vitest';
import { type Fields, future, gone, now, past } from '../fields.ts';
import { alice } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, operator, others, rulesWorld } from '../world.ts';

rulesWorld();

const path = 'inbox/Ev1';
const apply = component('slackApply');
const sweep = component('sweep');
const entry: Fields = {
  team: 'T1',
  app: 'A1',
  type: 'message',
  body: '{}',
  received: past(),
  expires: future(),
  state: 'received',
};
const SETTLED = ['applied', 'ignored', 'failed'];
const people: [string, Actor][] = [
  ['by a person', alice],
  ['by an operator', operator('ona')],
];
const components = (...names: Parameters<typeof others>) =>
  others(...names).map((name): [string, Actor] => [`by ${name}`, component(name)]);

describe('what came of an inbox entry', () => {
  it.each(SETTLED)('is written by slackApply: %s', async (state) => {
    await given(path, entry);
    await allows.update(apply, path, { state });
    await given(path, { ...entry, nudges: 3 });
    await allows.update(apply, path, { state, reason: 'x'.repeat(500) });
  });
  it.each<[string, Actor, Fields]>([
    ...[...people, ...components('slackApply')].map(([who, actor]): [string, Actor, Fields] => [
      who,
      actor,
      { state: 'applied' },
    ]),
    ['in an unknown state', apply, { state: 'lost' }],
    ['in the state it has', apply, { state: 'received', reason: 'x' }],
    ['in no state', apply, { state: gone }],
    ['with another body', apply, { state: 'applied', body: '' }],
    ['with another end', apply, { state: 'applied', expires: future(9_000) }],
    ['with a nudge', apply, { state: 'applied', nudges: 1 }],
    ['with a reason of 501 characters', apply, { state: 'ignored', reason: 'x'.repeat(501) }],
    ['with an empty reason', apply, { state: 'ignored', reason: '' }],
    ['with a reason that is no text', apply, { state: 'ignored', reason: ['x'] }],
  ])('is not written %s', async (_, actor, fields) => {
    await given(path, entry);
    await denies.update(actor, path, fields);
  });
  it.each(SETTLED)('is written once: not where it is %s', async (before) => {
    await given(path, { ...entry, state: before, nudges: 5 });
    for (const state of SETTLED) await denies.update(apply, path, { state });
    await denies.update(sweep, path, { state: 'failed', reason: 'x' });
    await given(path, { ...entry, state: before });
    await denies.update(sweep, path, { nudges: 1 });
  });
});

describe('an inbox entry that nobody applied', () => {
  const nudged = (nudges: number) => given(path, { ...entry, nudges });
  it('is brought up again by sweep, five times', async () => {
    await given(path, entry);
    for (const nudges of [1, 2, 3, 4, 5]) await allows.update(sweep, path, { nudges });
    await denies.update(sweep, path, { nudges: 6 });
  });
  it('is given up by sweep after that', async () => {
    await nudged(5);
    await allows.update(sweep, path, { state: 'failed', reason: 'x'.repeat(500) });
  });

  it.each<[string, Actor, Fields]>([
    ...[...people, ...components('sweep')].map(([who, actor]): [string, Actor, Fields] => [
      who,
      actor,
      { nudges: 3 },
    ]),
    ['twice at once', sweep, { nudges: 4 }],
    ['by a half', sweep, { nudges: 2.5 }],
    ['as often as before', sweep, { nudges: 2, reason: 'x' }],
    ['for the first time again', sweep, { nudges: 1 }],
    ['with another body', sweep, { nudges: 3, body: '' }],
    ['with another time', sweep, { nudges: 3, received: now }],
    ['as applied', sweep, { nudges: 3, state: 'applied' }],
  ])('is not brought up %s', async (_, actor, fields) => {
    await nudged(2);
    await denies.update(actor, path, fields);
  });
  it.each([0, 1, 4])('is not given up after %i', async (nudges) => {
    await (nudges === 0 ? given(path, entry) : nudged(nudges));
    await denies.update(sweep, path, { state: 'failed', reason: 'x' });
  });
  it.each<[string, Actor, Fields]>([
    ...[...people, ...components('sweep', 'slackApply')].map(([who, actor]): [string, Actor, Fields] => [
      who,
      actor,
      { state: 'failed', reason: 'x' },
    ]),
    ['as applied', sweep, { state: 'applied', reason: 'x' }],
    ['as ignored', sweep, { state: 'ignored', reason: 'x' }],
    ['without a reason', sweep, { state: 'failed' }],
    ['with a reason of 501 characters', sweep, { state: 'failed', reason: 'x'.repeat(501) }],
    ['with another body', sweep, { state: 'failed', reason: 'x', body: '' }],
    ['with its nudges forgotten', sweep, { state: 'failed', reason: 'x', nudges: gone }],
  ])('is not given up %s', async (_, actor, fields) => {
    await nudged(5);
    await denies.update(actor, path, fields);
  });
});
