import { beforeEach, describe, it } from 'vitest';
import { type Fields, future, gone, now, past } from '../fields.ts';
import { givenLobby, link, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, operator, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = 'links/lobby';
const apply = component('slackApply');
const further: Fields = { heard: past(60) };

describe('how far a room has heard its channel', () => {
  beforeEach(() => given(path, { ...link, heard: past(600) }));
  it('is written by slackApply, also while somebody works on it', async () => {
    await allows.update(apply, path, further);
    await given(path, { ...link, heard: past(600), lease: { number: 5, held: true, since: past(1) } });
    await allows.update(apply, path, further);
  });
  it.each<[string, Actor, Fields]>([
    ['by its owner', olga, further],
    ['by an operator', operator('ona'), further],
    ...others('slackApply').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), further]),
    ['back', apply, { heard: past(900) }],
    ['up to now', apply, { heard: now }],
    ['into what is still to come', apply, { heard: future(60) }],
    ['to no time', apply, { heard: 'today' }],
    ['to nothing', apply, { heard: gone }],
    ['together with the channel', apply, { ...further, channel: 'C0OTHER' }],
  ])('is not written %s', (_, actor, fields) => denies.update(actor, path, fields));
});
