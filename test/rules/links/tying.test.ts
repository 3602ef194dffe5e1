import { beforeEach, describe, it } from 'vitest';
import { type Fields, gone, justOver, notYet, now, past, without } from '../fields.ts';
import { clara, closet, givenLobby, link, lobby, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, operator, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const operate = component('operate');
const held = (since: unknown): Fields => ({ ...link, lease: { number: 4, held: true, since } });
const threaded: Fields = { mode: 'thread', thread: '1700000000.000100' };
/** While somebody works on a room, its link stays as it is; after their time it need not. */
const FREE: [string, () => Fields][] = [
  ['nobody works on it', () => link],
  ["its worker's time is over", () => held(justOver(60))],
];

describe('tying a room', () => {
  const path = 'links/closet';
  const start = Date.now();
  const lease: Fields = { number: start, held: false, since: now };
  const tie: Fields = {
    team: 'T1',
    channel: 'C0CLOSET',
    mode: 'channel',
    lease,
    pause: { since: now, seconds: 0 },
    settled: now,
    heard: now,
  };
  it.each<[string, Fields]>([
    ['to a channel', tie],
    ['by a clock that is an hour behind, almost', { ...tie, lease: { ...lease, number: start - 3_500_000 } }],
    ['by one that is four minutes ahead', { ...tie, lease: { ...lease, number: start + 240_000 } }],
    ['to one with an id of 40', { ...tie, channel: 'C'.repeat(40), team: 'TT' }],
    ['to a thread', { ...tie, ...threaded }],
    ['with where it is in a browser', { ...tie, url: 'https://t1.slack.com/' }],
    ['with a long address', { ...tie, url: `https://${'x'.repeat(2_039)}/` }],
  ])('is for operate: %s', (_, fields) => allows.set(operate, path, fields));

  it.each<[string, Actor, string, Fields]>([
    ['by its owner', clara, path, tie],
    ['by an operator', operator('ona'), path, tie],
    ...others('operate').map((name): [string, Actor, string, Fields] => [
      `by ${name}`,
      component(name),
      path,
      tie,
    ]),
    ['where there is none', operate, 'links/none', tie],
    ['where it is tied', operate, 'links/lobby', tie],
    ['to a team that is none', operate, path, { ...tie, team: 't1' }],
    ['to no team', operate, path, without(tie, 'team')],
    ['to a channel that is none', operate, path, { ...tie, channel: '#general' }],
    ['to a channel that is no text', operate, path, { ...tie, channel: 5 }],
    ['to a channel with an id of one', operate, path, { ...tie, channel: 'C' }],
    ['to a channel with an id of 41', operate, path, { ...tie, channel: 'C'.repeat(41) }],
    ['in another mode', operate, path, { ...tie, mode: 'room' }],
    ['to a thread without its root', operate, path, { ...tie, mode: 'thread' }],
    ['to a thread with a root that is none', operate, path, { ...tie, ...threaded, thread: 'soon' }],
    ['to a channel with a root', operate, path, { ...tie, thread: threaded.thread }],
    ['to a thread in another mode', operate, path, { ...tie, ...threaded, mode: 'room' }],
    ['with an address that is none', operate, path, { ...tie, url: 'javascript:alert(1)/' }],
    ['with an address that goes on', operate, path, { ...tie, url: 'https://t1.slack.com/x/' }],
    ['with an address that is no text', operate, path, { ...tie, url: 5 }],
    ['with an address too long', operate, path, { ...tie, url: `https://${'x'.repeat(2_040)}/` }],
    ['in no mode', operate, path, without(tie, 'mode')],
    ['with a lease that is held', operate, path, { ...tie, lease: { ...lease, held: true } }],
    [
      'with a lease of an earlier link',
      operate,
      path,
      { ...tie, lease: { ...lease, number: start - 3_700_000 } },
    ],
    ['with a lease of a later one', operate, path, { ...tie, lease: { ...lease, number: start + 360_000 } }],
    ['with a lease of no number', operate, path, { ...tie, lease: { held: false, since: now } }],
    ['with a lease of a number that is none', operate, path, { ...tie, lease: { ...lease, number: 'x' } }],
    ['with a lease of another time', operate, path, { ...tie, lease: { ...lease, since: past() } }],
    ['with a lease with more to it', operate, path, { ...tie, lease: { ...lease, by: 'x' } }],
    ['with a pause', operate, path, { ...tie, pause: { since: now, seconds: 1 } }],
    ['with a pause of another time', operate, path, { ...tie, pause: { since: past(), seconds: 0 } }],
    ['as settled before', operate, path, { ...tie, settled: past() }],
    ['as heard before', operate, path, { ...tie, heard: past() }],
    ['without a time from which it hears', operate, path, without(tie, 'heard')],
    ['with an error', operate, path, { ...tie, error: 'x' }],
  ])('is not done %s', (_, actor, where, fields) => denies.set(actor, where, fields));
});

describe('tying an open room from Slack', () => {
  const path = 'links/hall';
  const command = component('slackCommand');
  const tie: Fields = {
    team: 'T1',
    channel: 'C0HALL',
    mode: 'channel',
    lease: { number: Date.now(), held: false, since: now },
    pause: { since: now, seconds: 0 },
    settled: now,
    heard: now,
  };
  it('is for slackCommand', async () => {
    await given('rooms/hall', lobby);
    await allows.set(command, path, tie);
  });
  it.each<[string, Fields | undefined, Fields]>([
    ['a closed one', closet, tie],
    ['one that is not there', undefined, tie],
    ['an open one, as settled before', lobby, { ...tie, settled: past() }],
  ])('is not for %s', async (_, room, fields) => {
    if (room) await given('rooms/hall', room);
    await denies.set(command, path, fields);
  });
  it('is neither moved nor mended by slackCommand', async () => {
    await given('links/lobby', { ...link, error: 'x' });
    await denies.update(command, 'links/lobby', { channel: 'C0OTHER' });
    await denies.update(command, 'links/lobby', { error: gone, pause: { since: now, seconds: 0 } });
  });
});

describe('moving a tie', () => {
  const elsewhere: Fields = { team: 'T2', channel: 'C0OTHER', heard: now };
  it.each(FREE)('is for operate while %s', async (_, before) => {
    await given('links/lobby', before());
    await allows.update(operate, 'links/lobby', elsewhere);
  });
  it('is for operate to a thread, and back to the channel', async () => {
    await allows.update(operate, 'links/lobby', { ...elsewhere, ...threaded });
    await denies.update(operate, 'links/lobby', { mode: 'channel', heard: now });
    await allows.update(operate, 'links/lobby', {
      mode: 'channel',
      thread: gone,
      url: 'http://localhost:1/',
      heard: now,
    });
  });
  it('is not done while somebody works on it', async () => {
    await given('links/lobby', held(notYet(60)));
    await denies.update(operate, 'links/lobby', elsewhere);
  });
  it.each<[string, Actor, Fields]>([
    ['by its owner', olga, elsewhere],
    ['by an operator', operator('ona'), elsewhere],
    ...others('operate').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), elsewhere]),
    ['to a team that is none', operate, { ...elsewhere, team: '' }],
    ['to a channel that is none', operate, { ...elsewhere, channel: 'general' }],
    ['to nothing', operate, { channel: gone, heard: now }],
    ['with what was said there before', operate, without(elsewhere, 'heard')],
    ['as heard up to another time', operate, { ...elsewhere, heard: past(1) }],
    ['to another mode', operate, { ...elsewhere, mode: 'room' }],
    ['to a thread without its root', operate, { ...elsewhere, mode: 'thread' }],
    ['to an address that is none', operate, { ...elsewhere, url: 'x' }],
    ['with its lease', operate, { ...elsewhere, lease: { number: 0, held: false, since: now } }],
    ['with what is settled', operate, { ...elsewhere, settled: past(1) }],
    ['with an error', operate, { ...elsewhere, error: 'x' }],
  ])('is not done %s', (_, actor, fields) => denies.update(actor, 'links/lobby', fields));
});

describe('mending a tie', () => {
  const broken: Fields = { ...link, error: 'not_in_channel', pause: { since: past(10), seconds: 60 } };
  const mended: Fields = { error: gone, pause: { since: now, seconds: 0 } };
  it.each(FREE)('is for operate while %s', async (_, before) => {
    await given('links/lobby', { ...broken, lease: before().lease });
    await allows.update(operate, 'links/lobby', mended);
  });
  it('is not done while somebody works on it', async () => {
    await given('links/lobby', { ...broken, lease: held(notYet(60)).lease });
    await denies.update(operate, 'links/lobby', mended);
  });
  it.each<[string, Actor, Fields]>([
    ['by its owner', olga, mended],
    ['by an operator', operator('ona'), mended],
    ...others('operate').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), mended]),
    ['with another error', operate, { ...mended, error: 'x' }],
    ['with a longer pause', operate, { ...mended, pause: { since: now, seconds: 60 } }],
    ['with a pause of another time', operate, { ...mended, pause: { since: past(), seconds: 0 } }],
    ['with the pause as it was', operate, { error: gone }],
    ['with another channel', operate, { ...mended, channel: 'C0OTHER' }],
  ])('is not done %s', async (_, actor, fields) => {
    await given('links/lobby', broken);
    await denies.update(actor, 'links/lobby', fields);
  });
  it('is not done where nothing is broken', async () => {
    await given('links/lobby', without(broken, 'error'));
    await denies.update(operate, 'links/lobby', { pause: { since: now, seconds: 0 } });
  });
});

describe('untying a room', () => {
  const command = component('slackCommand');
  it.each(FREE)('is for operate and slackCommand while %s', async (_, before) => {
    for (const actor of [operate, command]) {
      await given('links/lobby', before());
      await allows.delete(actor, 'links/lobby');
    }
  });
  it('is not done while somebody works on it', async () => {
    await given('links/lobby', held(notYet(60)));
    for (const actor of [operate, command]) await denies.delete(actor, 'links/lobby');
  });
  it.each<[string, Actor]>([
    ['its owner', olga],
    ['an operator', operator('ona')],
    ...others('operate', 'slackCommand').map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', (_, actor) => denies.delete(actor, 'links/lobby'));
});
