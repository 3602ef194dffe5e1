import { beforeEach, describe, it } from 'vitest';
import { type Fields, gone, now, past } from '../fields.ts';
import { HERS, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, operator, others, rulesWorld } from '../world.ts';

rulesWorld();

const operate = component('operate');
const path = `deadLetters/lobby-${HERS}`;
const letter: Fields = {
  component: 'slackPost',
  room: 'lobby',
  message: HERS,
  error: 'msg_too_long',
  attempts: 1,
  at: past(),
  state: 'open',
};
const discarded: Fields = { state: 'discarded', by: 'ona', decided: now };

describe('discarding a dead letter', () => {
  beforeEach(() => given(path, letter));

  it('is for operate, in the name of an operator', () => allows.update(operate, path, discarded));
  it('is for operate in a name of 128 characters', () =>
    allows.update(operate, path, { ...discarded, by: 'o'.repeat(128) }));
  it.each<[string, Actor, Fields]>([
    ['by the operator', operator('ona'), discarded],
    ["by the room's owner", olga, discarded],
    ...others('operate').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), discarded]),
    ['in nobody’s name', operate, { ...discarded, by: gone }],
    ['in an empty name', operate, { ...discarded, by: '' }],
    ['in a name of 129 characters', operate, { ...discarded, by: 'o'.repeat(129) }],
    ['in a name that is none', operate, { ...discarded, by: 1 }],
    ['at another time', operate, { ...discarded, decided: past() }],
    ['at no time', operate, { ...discarded, decided: gone }],
    ['into an unknown state', operate, { ...discarded, state: 'done' }],
    ['into the state it has', operate, { ...discarded, state: 'open' }],
    ['as redriven, with no mirror to drive', operate, { ...discarded, state: 'redriven' }],
    ['with another reason', operate, { ...discarded, error: 'x' }],
    ['with the attempts forgotten', operate, { ...discarded, attempts: 0 }],
    ['for another room', operate, { ...discarded, room: 'closet' }],
    ['with a note', operate, { ...discarded, note: 'x' }],
  ])('is not done %s', (_, actor, fields) => denies.update(actor, path, fields));
  it.each(['redriven', 'discarded'])('is not done where it was decided: %s', async (state) => {
    await given(path, { ...letter, state, by: 'olga', decided: past(10) });
    await denies.update(operate, path, discarded);
  });
});
