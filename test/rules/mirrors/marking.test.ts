import { beforeEach, describe, it } from 'vitest';
import { type Fields, gone, past, without } from '../fields.ts';
import {
  alice,
  answer,
  at,
  FRESH,
  givenLobby,
  HERS,
  hello,
  olga,
  REPLY,
  SAID,
  said,
  written,
} from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, givenAll, operator, others, rulesWorld } from '../world.ts';
import { mark, seen, sending } from './mark.ts';

rulesWorld();
beforeEach(givenLobby);

const path = `mirrors/lobby-${HERS}`;
const mirror = component('mirror');
const message = at(HERS);

describe.each(['mirror', 'sweep'] as const)('a mark by %s', (name) => {
  const marker = component(name);
  it('is made for a message of a linked room', () => allows.set(marker, path, mark));
  it('is made for a reply', async () => {
    await given(at(REPLY), { ...answer, at: written });
    await allows.set(marker, `mirrors/lobby-${REPLY}`, { ...mark, message: REPLY });
  });
  it('is made for the latest revision, or one before', async () => {
    await given(message, { ...hello, at: written, revision: 3 });
    await allows.set(marker, path, { ...mark, wanted: 3 });
  });

  // Each row is the first write, changed in one thing.
  it.each<[string, string, Fields]>([
    ['under another id', 'mirrors/lobby-x', mark],
    ['under the id of another room', `mirrors/closet-${HERS}`, mark],
    ['for another room', path, { ...mark, room: 'closet' }],
    ['for a message that is not there', `mirrors/lobby-${FRESH}`, { ...mark, message: FRESH }],
    ['with another time', path, { ...mark, at: past(1) }],
    ['without a time', path, without(mark, 'at')],
    ['for a revision to come', path, { ...mark, wanted: 2 }],
    ['for revision nought', path, { ...mark, wanted: 0 }],
    ['for half a revision', path, { ...mark, wanted: 0.5 }],
    ['for a revision that is none', path, { ...mark, wanted: '1' }],
    ['with something sent', path, { ...mark, sent: 1 }],
    ['as sent', path, { ...mark, state: 'sent' }],
    ['as being sent', path, { ...mark, state: 'sending' }],
    ['with attempts', path, { ...mark, attempts: 1 }],
    ['with fewer than no attempts', path, { ...mark, attempts: -20 }],
    ['under a lease', path, { ...mark, lease: 4 }],
    ['with what Slack shows', path, { ...mark, ...seen }],
    ['with an error', path, { ...mark, error: 'x' }],
    ['in doubt', path, { ...mark, doubt: sending.doubt }],
  ])('is not made %s', (_, where, fields) => denies.set(marker, where, fields));
  it('is not made of what came from Slack', async () => {
    await given(at(SAID), { ...said, at: written });
    await denies.set(marker, `mirrors/lobby-${SAID}`, { ...mark, message: SAID });
  });
  it('is not made in a room without a link', async () => {
    await given(at(HERS, 'closet'), { ...hello, at: written });
    await denies.set(marker, `mirrors/closet-${HERS}`, { ...mark, room: 'closet' });
  });
  it('is not made twice', async () => {
    await given(path, { ...mark, ...seen, sent: 1, state: 'sent' });
    await denies.set(marker, path, mark);
  });
});

describe('a mark', () => {
  it.each<[string, Actor]>([
    ['who wrote the message', alice],
    ["the room's owner", olga],
    ['an operator', operator('ona')],
    ...others('mirror', 'sweep').map((name): [string, Actor] => [name, component(name)]),
  ])('is not made by %s', (_, actor) => denies.set(actor, path, mark));
  it('is not removed', async () => {
    await given(path, mark);
    for (const name of ['mirror', 'slackPost', 'sweep', 'operate'] as const)
      await denies.delete(component(name), path);
  });
});

describe('wanting more', () => {
  const sent: Fields = { ...mark, ...seen, sent: 1, state: 'sent', lease: 4 };
  const more: Fields = { wanted: 2, state: 'wanted' };
  const givenMirror = (fields: Fields) =>
    givenAll({ [message]: { ...hello, at: written, revision: 2 }, [path]: { ...sent, ...fields } });

  it.each(['wanted', 'sent', 'void'])('sets a mirror that is %s to wanted', async (state) => {
    await givenMirror({ state });
    await denies.update(mirror, path, { ...more, state: 'sending' });
    await allows.update(mirror, path, more);
  });
  it('begins anew what was given up', async () => {
    await givenMirror({ state: 'failed', attempts: 20, error: 'no_answer' });
    await denies.update(mirror, path, more);
    await denies.update(mirror, path, { ...more, attempts: 0 });
    await denies.update(mirror, path, { ...more, error: gone });
    await denies.update(mirror, path, { ...more, attempts: 1, error: gone });
    await denies.update(mirror, path, { ...more, attempts: 0, error: gone, lease: 5 });
    await allows.update(mirror, path, { ...more, attempts: 0, error: gone });
  });
  it('goes on where the room has no link', async () => {
    await given(at(HERS, 'closet'), { ...hello, at: written, revision: 2 });
    await given(`mirrors/closet-${HERS}`, { ...sent, room: 'closet' });
    await allows.update(mirror, `mirrors/closet-${HERS}`, more);
  });
  it('leaves a mirror that is being sent in doubt', async () => {
    await givenMirror({ state: 'sending' });
    await denies.update(mirror, path, more);
    await allows.update(mirror, path, { ...more, state: 'sending' });
  });
  it.each<[string, Actor, Fields]>([
    ['by who wrote the message', alice, more],
    ...others('mirror').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), more]),
    ['beyond what is there', mirror, { ...more, wanted: 3 }],
    ['as much as before', mirror, { ...more, wanted: 1 }],
    ['less than before', mirror, { ...more, wanted: 0 }],
    ['by a half', mirror, { ...more, wanted: 1.5 }],
    ['and calling it sent', mirror, { ...more, state: 'sent' }],
    ['and forgetting what was sent', mirror, { ...more, sent: 0 }],
    ['and forgetting the attempts', mirror, { ...more, attempts: 1 }],
    ['and taking it for another message', mirror, { ...more, message: FRESH }],
    ['and moving it in time', mirror, { ...more, at: past(1) }],
    ['and moving it in Slack', mirror, { ...more, ts: '1700000000.000200' }],
    ['under a lease', mirror, { ...more, lease: 5 }],
    ['and leaving it in doubt', mirror, { ...more, doubt: sending.doubt }],
  ])('is denied %s', async (_, actor, fields) => {
    await givenMirror({});
    await denies.update(actor, path, fields);
  });
});
