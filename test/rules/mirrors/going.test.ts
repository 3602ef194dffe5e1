import { beforeEach, describe, it } from 'vitest';
import { type Fields, future, past } from '../fields.ts';
import { alice, givenLobby, HERS, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, operator, others, rulesWorld } from '../world.ts';
import { mark, seen } from './mark.ts';

rulesWorld();
beforeEach(givenLobby);

const path = `mirrors/lobby-${HERS}`;
const apply = component('slackApply');
const shown: Fields = { ...mark, ...seen, sent: 1, state: 'sent', lease: 4 };

describe('a post that was deleted in Slack', () => {
  it.each(['sent', 'wanted', 'sending', 'failed'])('is known to slackApply as gone: %s', async (state) => {
    await given(path, { ...shown, state });
    await allows.update(apply, path, { gone: past(1) });
  });
  it('is known by Slack’s clock, which may be a little ahead', async () => {
    await given(path, shown);
    await allows.update(apply, path, { gone: future(200) });
  });
  it.each<[string, Actor, Fields]>([
    ['by who wrote the message', alice, { gone: past(1) }],
    ["by the room's owner", olga, { gone: past(1) }],
    ['by an operator', operator('ona'), { gone: past(1) }],
    ...others('slackApply').map((name): [string, Actor, Fields] => [
      `by ${name}`,
      component(name),
      { gone: past(1) },
    ]),
    ['at a time to come', apply, { gone: future(400) }],
    ['at no time', apply, { gone: true }],
    ['as something else too', apply, { gone: past(1), state: 'void' }],
    ['under another ts', apply, { gone: past(1), ts: '1.000000' }],
  ])('is not known as gone %s', async (_, actor, fields) => {
    await given(path, shown);
    await denies.update(actor, path, fields);
  });
  it('is gone once, and only what was there', async () => {
    await given(path, mark);
    await denies.update(apply, path, { gone: past(1) });
    await given(path, { ...shown, gone: past(9) });
    await denies.update(apply, path, { gone: past(1) });
  });
});
