import { beforeEach, describe, it } from 'vitest';
import { type Fields, justOver, notYet, now, past } from '../fields.ts';
import { at, givenLobby, HERS, hello, olga, written } from '../lobby.ts';
import { begun, held, mark } from '../mirrors/mark.ts';
import { allows, denies } from '../verdict.ts';
import { component, given, givenAll, operator, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = 'pauses/T1-C0LOBBY';
const post = component('slackPost');
const pause: Fields = { since: now, seconds: 30 };

describe('a pause of a channel', () => {
  it.each<[string, Fields]>([
    ['of half a minute', pause],
    ['of an hour', { ...pause, seconds: 3_600 }],
  ])('%s is kept by slackPost', (_, fields) => allows.set(post, path, fields));
  it.each<[string, Fields]>([
    ['of more than an hour', { ...pause, seconds: 3_601 }],
    ['of less than no time', { ...pause, seconds: -1 }],
    ['of half a second', { ...pause, seconds: 0.5 }],
    ['from another time on', { ...pause, since: past(1) }],
    ['without an end', { since: now }],
    ['with more in it', { ...pause, by: 'x' }],
  ])('%s is not kept', (_, fields) => denies.set(post, path, fields));
  it('is not kept of what is no channel', () => denies.set(post, 'pauses/general', pause));
  it.each(others('slackPost'))('is not kept by %s', (name) => denies.set(component(name), path, pause));
  it.each(others('slackPost', 'slackCommand', 'operate'))('is not read by %s', (name) =>
    denies.get(component(name), path),
  );
  it('is neither kept nor read by people', async () => {
    for (const who of [olga, operator('ona')]) {
      await denies.set(who, path, pause);
      await denies.get(who, path);
    }
  });
  it.each(['slackPost', 'slackCommand', 'operate'] as const)('is read by %s', (name) =>
    allows.get(component(name), path),
  );
  it('becomes longer, and not shorter', async () => {
    await given(path, { since: past(10), seconds: 60 });
    await denies.update(post, path, { since: now, seconds: 40 });
    await allows.update(post, path, { since: now, seconds: 60 });
  });
  it.each(others('slackPost'))('is not made longer by %s', async (name) => {
    await given(path, { since: past(10), seconds: 30 });
    await denies.update(component(name), path, { since: now, seconds: 60 });
  });
});

describe('in a pause of its channel', () => {
  const claim: Fields = { lease: { number: 5, held: true, since: now } };
  const mirror = `mirrors/lobby-${HERS}`;
  const reactions = `reactionMirrors/lobby-${HERS}-reactions`;
  const feltMark = { ...mark, shown: [] };
  const tried: Fields = { state: 'sending', attempts: 1, lease: 5, shown: ['tada'] };
  const begins = (since: unknown) =>
    givenAll({
      'links/lobby': held,
      [at(HERS)]: { ...hello, at: written },
      [mirror]: mark,
      [reactions]: feltMark,
      [path]: { since, seconds: 30 },
    });

  it('the lease of a room is not taken, and after it is', async () => {
    await given(path, { since: notYet(30), seconds: 30 });
    await denies.update(post, 'links/lobby', claim);
    await given(path, { since: justOver(30), seconds: 30 });
    await allows.update(post, 'links/lobby', claim);
  });
  it('no attempt begins, and after it one does', async () => {
    await begins(notYet(30));
    await denies.update(post, mirror, begun);
    await denies.update(post, reactions, tried);
    await begins(justOver(30));
    await allows.update(post, mirror, begun);
    await allows.update(post, reactions, tried);
  });
  it('what was sent to another channel goes on there', async () => {
    await begins(notYet(30));
    const elsewhere = {
      ...mark,
      wanted: 2,
      sent: 1,
      team: 'T1',
      channel: 'C0OTHER',
      ts: '17.000100',
      parts: ['17.000100'],
    };
    await given(mirror, elsewhere);
    await allows.update(post, mirror, begun);
  });
});
