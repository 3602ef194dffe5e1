import { beforeEach, describe, it } from 'vitest';
import { type Fields, future, gone, justOver, notYet, now, past, without } from '../fields.ts';
import { givenLobby, link, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { component, given, operator, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = 'links/lobby';
const post = component('slackPost');

describe('the lease of a room', () => {
  const claim: Fields = { lease: { number: 5, held: true, since: now } };
  const held = (since: unknown): Fields => ({ ...link, lease: { number: 4, held: true, since } });

  it('is taken when it is free', () => allows.update(post, path, claim));
  it('is taken sixty seconds after another took it, and not before', async () => {
    await given(path, held(notYet(60)));
    await denies.update(post, path, claim);
    await given(path, held(justOver(60)));
    await allows.update(post, path, claim);
  });
  it('is taken when a pause is over, and not before', async () => {
    await given(path, { ...link, pause: { since: notYet(30), seconds: 30 } });
    await denies.update(post, path, claim);
    await given(path, { ...link, pause: { since: justOver(30), seconds: 30 } });
    await allows.update(post, path, claim);
  });
  it.each<[string, Fields]>([
    ['under the same number', { lease: { number: 4, held: true, since: now } }],
    ['under a number further on', { lease: { number: 6, held: true, since: now } }],
    ['from another time on', { lease: { number: 5, held: true, since: past(1) } }],
    ['without holding it', { lease: { number: 5, held: false, since: now } }],
    ['with a name in it', { lease: { number: 5, held: true, since: now, by: 'x' } }],
    ['without a time', { lease: { number: 5, held: true } }],
    ['together with the channel', { ...claim, channel: 'C0OTHER' }],
    ['together with the end of a pause', { ...claim, pause: { since: now, seconds: 0 } }],
  ])('is not taken %s', (_, fields) => denies.update(post, path, fields));
  it.each(others('slackPost'))('is not taken by %s', (name) => denies.update(component(name), path, claim));
  it('is not taken by people', async () => {
    await denies.update(olga, path, claim);
    await denies.update(operator('ona'), path, claim);
  });

  const since = past(10);
  // The lobby's times are those of when the first of all files was read: to be compared with, one has to be of this file.
  const mine: Fields = { ...link, settled: past(600), lease: { number: 5, held: true, since } };
  const release: Fields = {
    lease: { number: 5, held: false, since },
    pause: { since: now, seconds: 30 },
    settled: past(1),
    error: 'not_in_channel',
  };
  it.each<[string, Fields]>([
    ['what was learnt', release],
    ['nothing learnt', without(release, 'error')],
    ['nothing settled', without(release, 'settled')],
    ['no pause', { ...release, pause: { since: now, seconds: 0 } }],
    ['a pause of an hour', { ...release, pause: { since: now, seconds: 3_600 } }],
    ['a point that Slack is ahead of us', { ...release, settled: future(240) }],
    ['a reason of 500 characters', { ...release, error: 'x'.repeat(500) }],
  ])('is given back with %s', async (_, fields) => {
    await given(path, mine);
    await allows.update(post, path, fields);
  });
  it('is given back with the end of what was wrong', async () => {
    await given(path, { ...mine, error: 'not_in_channel' });
    await allows.update(post, path, { ...release, error: gone });
  });
  it('is given back late, as long as nobody else took it', async () => {
    const late = past(100);
    await given(path, { ...mine, lease: { number: 5, held: true, since: late } });
    await allows.update(post, path, { ...release, lease: { number: 5, held: false, since: late } });
  });

  const pausing = (pause: Fields): Fields => ({ ...release, pause });
  it.each<[string, Fields]>([
    ['under another number', { ...release, lease: { number: 4, held: false, since } }],
    ['with another time', { ...release, lease: { number: 5, held: false, since: now } }],
    ['while it is kept', { ...release, lease: { number: 5, held: true, since } }],
    ['without a pause', { ...release, pause: gone }],
    ['with the pause as it was', without(release, 'pause')],
    ['with a pause from another time on', pausing({ since: past(1), seconds: 1 })],
    ['with a pause that runs backwards', pausing({ since: now, seconds: -1 })],
    ['with a pause of more than an hour', pausing({ since: now, seconds: 3_601 })],
    ['with a pause of half a second', pausing({ since: now, seconds: 0.5 })],
    ['with a pause that is none', pausing({ since: now, seconds: '1' })],
    ['with more in its pause', pausing({ since: now, seconds: 1, by: 'x' })],
    ['with a point further back', { ...release, settled: past(700) }],
    ['with a point far ahead', { ...release, settled: future(360) }],
    ['with a point that is none', { ...release, settled: gone }],
    ['with a reason of 501 characters', { ...release, error: 'x'.repeat(501) }],
    ['with no reason in its reason', { ...release, error: '' }],
    ['for another channel', { ...release, channel: 'C0OTHER' }],
    ['in another mode', { ...release, mode: 'thread' }],
  ])('is not given back %s', async (_, fields) => {
    await given(path, mine);
    await denies.update(post, path, fields);
  });
  it('is not given back by who does not hold it', async () => {
    await given(path, { ...mine, lease: { number: 5, held: false, since } });
    await denies.update(post, path, release);
  });
  it.each(others('slackPost'))('is not given back by %s', async (name) => {
    await given(path, mine);
    await denies.update(component(name), path, release);
  });
});
