import { beforeEach, describe, it } from 'vitest';
import { type Fields, gone, now } from '../fields.ts';
import { alice, givenLobby, HERS, olga } from '../lobby.ts';
import { type Asked, allows, denies } from '../verdict.ts';
import { type Actor, component, given, givenAll, operator, others, rulesWorld } from '../world.ts';
import { letter, sending } from './mark.ts';

rulesWorld();

const operate = component('operate');
const path = `mirrors/lobby-${HERS}`;
const letterPath = `deadLetters/lobby-${HERS}`;
const failed: Fields = { ...sending, state: 'failed', attempts: 20, error: 'no_answer' };
const again: Fields = { state: 'wanted', attempts: 0, error: gone };
const decided: Fields = { state: 'redriven', by: 'ona', decided: now };
const redrive = (as: Actor, mirror: Fields = again, decision: Fields = decided): Asked => ({
  as,
  writes: [
    ['update', path, mirror],
    ['update', letterPath, decision],
  ],
});

beforeEach(givenLobby);
beforeEach(() => givenAll({ [path]: failed, [letterPath]: letter }));

describe('what was given up', () => {
  it('is tried again by operate, together with its dead letter', () => allows.batch(redrive(operate)));
  it.each<[string, Actor]>([
    ['who wrote the message', alice],
    ["the room's owner", olga],
    ['an operator', operator('ona')],
    ...others('operate').map((name): [string, Actor] => [name, component(name)]),
  ])('is not tried again by %s', async (_, actor) => {
    await denies.batch(redrive(actor));
    await denies.update(actor, path, again);
    await denies.update(actor, letterPath, decided);
  });
  it('is not tried again by half', async () => {
    await denies.update(operate, path, again);
    await denies.update(operate, letterPath, decided);
  });
  it('is not tried again by what discards it', () =>
    denies.batch(redrive(operate, again, { ...decided, state: 'discarded' })));

  // Each row is the first write, changed in one thing.
  it.each<[string, Fields]>([
    ['as sent', { ...again, state: 'sent' }],
    ['as being sent', { ...again, state: 'sending' }],
    ['with the attempts there were', { state: 'wanted', error: gone }],
    ['with fewer than no attempts', { ...again, attempts: -20 }],
    ['with the reason there was', { state: 'wanted', attempts: 0 }],
    ['with another reason', { ...again, error: 'x' }],
    ['at another level', { ...again, wanted: 2 }],
    ['as sent before', { ...again, sent: 1 }],
    ['under another lease', { ...again, lease: 6 }],
    ['with a ts', { ...again, ts: '1700000000.000100' }],
    ['without its doubt', { ...again, doubt: gone }],
  ])('is not tried again %s', (_, fields) => denies.batch(redrive(operate, fields)));
  it.each(['wanted', 'sending', 'sent', 'void'])('is not what is %s', async (state) => {
    await given(path, { ...failed, state });
    await denies.batch(redrive(operate));
  });
});

describe('a dead letter', () => {
  it('is put away as redriven where its message was changed, and so tried again, meanwhile', async () => {
    await given(path, { ...failed, state: 'wanted', wanted: 2 });
    await allows.update(operate, letterPath, decided);
  });
  it.each(['done', 'failed', 'open'])('is not put away as %s, whatever is driven', async (state) => {
    await denies.batch(redrive(operate, again, { ...decided, state }));
    await given(path, { ...failed, state: 'wanted', wanted: 2 });
    await denies.update(operate, letterPath, { ...decided, state });
  });
  it('is not put away as redriven where there is nothing to drive', async () => {
    const lost = 'deadLetters/lobby-lost';
    await given(lost, { ...letter, message: 'lost' });
    await denies.update(operate, lost, decided);
    await allows.update(operate, lost, { ...decided, state: 'discarded' });
  });
});
