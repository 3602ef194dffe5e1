import { beforeEach, describe, it } from 'vitest';
import { type Fields, gone, justOver, notYet, now, past } from '../fields.ts';
import { alice, answer, at, by, FRESH, givenLobby, HERS, hello, lobby, REPLY, SAID, said } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = at(REPLY);
const sweep = component('sweep');
const open: Fields = { ...answer, text: '', reply: { to: HERS, state: 'wanted' } };

describe('the place of a reply that nobody began', () => {
  it('is left open by sweep', () => allows.set(sweep, path, open));
  it('is left open for what was said in Slack', async () => {
    await given(at(SAID), said);
    await allows.set(sweep, at(`${SAID}-reply`), { ...open, reply: { to: SAID, state: 'wanted' } });
  });

  it.each<[string, Actor, string, Fields]>([
    ['by a person', alice, path, open],
    ...others('sweep').map((name): [string, Actor, string, Fields] => [
      `by ${name}`,
      component(name),
      path,
      open,
    ]),
    ['with words', sweep, path, { ...open, text: 'Hello' }],
    ['with blanks', sweep, path, { ...open, text: ' ' }],
    ['as being written', sweep, path, { ...open, reply: { to: HERS, state: 'writing' } }],
    ['as done', sweep, path, answer],
    ['as failed', sweep, path, { ...open, reply: { to: HERS, state: 'failed' } }],
    ['under another id', sweep, at(FRESH), open],
    ['as somebody else', sweep, path, { ...open, author: by('alice') }],
    ['as itself', sweep, path, { ...open, author: { kind: 'component', id: 'sweep' } }],
    ['at a time of its own', sweep, path, { ...open, at: past() }],
    ['as a later revision', sweep, path, { ...open, revision: 2 }],
    ['in a thread', sweep, path, { ...open, thread: HERS }],
    ['with an unknown field', sweep, path, { ...open, cost: 1 }],
  ])('is not left open %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it('is not left open where the room wants none', async () => {
    await given('rooms/lobby', { ...lobby, reply: 'off' });
    await denies.set(sweep, path, open);
  });
  it('is not left open for a reply, or where there is one', async () => {
    await given(path, { ...answer, at: past() });
    await denies.set(sweep, path, open);
    await denies.set(sweep, at(`${REPLY}-reply`), { ...open, reply: { to: REPLY, state: 'wanted' } });
  });
});

describe('a reply that nobody carries on', () => {
  const begun = (since: unknown, state = 'writing', revision = 7): Promise<void> =>
    given(path, { ...answer, text: 'Hel', at: since, revision, reply: { to: HERS, state } });
  const brokenOff: Fields = { revision: 8, 'reply.state': 'failed' };

  it.each(['writing', 'wanted'])('is broken off by sweep: one that is %s', async (state) => {
    await begun(past(), state);
    await allows.update(sweep, path, brokenOff);
  });
  it('is broken off after ninety seconds, and not before', async () => {
    await begun(notYet(90));
    await denies.update(sweep, path, brokenOff);
    await begun(justOver(90));
    await allows.update(sweep, path, brokenOff);
  });
  it('is broken off, however many parts it has', async () => {
    await begun(past(), 'writing', 499);
    await allows.update(sweep, path, { ...brokenOff, revision: 500 });
  });
  it.each(['done', 'failed', 'stopped'])('is not broken off when it is %s', async (state) => {
    await begun(past(), state);
    await denies.update(sweep, path, brokenOff);
  });
  it.each<[string, Actor, Fields]>([
    ['by a person', alice, brokenOff],
    ...others('sweep', 'reply').map((name): [string, Actor, Fields] => [
      `by ${name}`,
      component(name),
      brokenOff,
    ]),
    ['to done', sweep, { ...brokenOff, 'reply.state': 'done' }],
    ['to writing', sweep, { ...brokenOff, 'reply.state': 'writing' }],
    ['to stopped', sweep, { ...brokenOff, 'reply.state': 'stopped' }],
    ['to no state', sweep, { ...brokenOff, 'reply.state': gone }],
    ['with other words', sweep, { ...brokenOff, text: 'Sorry' }],
    ['without a new revision', sweep, { 'reply.state': 'failed' }],
    ['by two revisions', sweep, { ...brokenOff, revision: 9 }],
    ['to another question', sweep, { ...brokenOff, 'reply.to': FRESH }],
    ['with another time', sweep, { ...brokenOff, at: now }],
    ['with a mark of deletion', sweep, { ...brokenOff, deleted: now }],
  ])('is not broken off %s', async (_, actor, fields) => {
    await begun(past());
    await denies.update(actor, path, fields);
  });
  it('is all that sweep changes', async () => {
    await given(at(FRESH), { ...hello, at: past() });
    await denies.update(sweep, at(FRESH), { revision: 2, 'reply.state': 'failed' });
    await denies.update(sweep, at(FRESH), { revision: 2, text: '' });
  });
});
