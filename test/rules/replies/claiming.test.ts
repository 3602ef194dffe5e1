import { beforeEach, describe, it } from 'vitest';
import { type Fields, now, past, without } from '../fields.ts';
import { alice, answer, at, by, FRESH, givenLobby, HERS, hello, lobby, REPLY, SAID, said } from '../lobby.ts';
import { sends } from '../sending.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, forger, given, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = at(REPLY);
const reply = component('reply');
const to = (id: string, state = 'done'): Fields => ({ reply: { to: id, state } });

describe('a reply', () => {
  it.each<[string, Fields]>([
    ['done', answer],
    ['done, with 12,000 characters', { ...answer, text: '答'.repeat(12_000) }],
    ['writing, with nothing yet', { ...answer, text: '', ...to(HERS, 'writing') }],
    ['writing, with a part', { ...answer, text: 'He', ...to(HERS, 'writing') }],
  ])('is claimed %s, under the id of what it answers', (_, fields) => allows.set(reply, path, fields));
  it('answers what was said in Slack', async () => {
    await given(at(SAID), said);
    await allows.set(reply, at(`${SAID}-reply`), { ...answer, ...to(SAID) });
  });
  it('stays in the thread of what it answers', async () => {
    await given(at(FRESH), { ...hello, thread: HERS });
    const inThread = { ...answer, ...to(FRESH), thread: HERS };
    await denies.set(reply, at(`${FRESH}-reply`), without(inThread, 'thread'));
    await denies.set(reply, at(`${FRESH}-reply`), { ...inThread, thread: FRESH });
    await allows.set(reply, at(`${FRESH}-reply`), inThread);
    await denies.set(reply, path, { ...answer, thread: HERS });
  });

  // Each row is the first write, changed in one thing.
  it.each<[string, Actor, string, Fields]>([
    ['by a person', alice, path, answer],
    ['by somebody who claims to be reply', forger('reply'), path, answer],
    ['under another id', reply, at(`${FRESH}-reply`), answer],
    ['under an id of the web', reply, at(FRESH), answer],
    ['to nothing', reply, at(`${FRESH}-reply`), { ...answer, ...to(FRESH) }],
    ['to something that is no id', reply, path, { ...answer, reply: { to: 1, state: 'done' } }],
    ['to itself', reply, path, { ...answer, ...to(REPLY) }],
    ['without what it answers', reply, path, without(answer, 'reply')],
    ['as the author of the question', reply, path, { ...answer, author: by('alice') }],
    ['as another component', reply, path, { ...answer, author: { kind: 'component', id: 'sweep' } }],
    ['at a time of its own', reply, path, { ...answer, at: past() }],
    ['without a time', reply, path, without(answer, 'at')],
    ['as a later revision', reply, path, { ...answer, revision: 2 }],
    ['with nothing said', reply, path, { ...answer, text: ' ' }],
    ['with a text that is none', reply, path, { ...answer, text: 5 }],
    ['with a text of 12,001 characters', reply, path, { ...answer, text: 'x'.repeat(12_001) }],
    ['failed from the start', reply, path, { ...answer, ...to(HERS, 'failed') }],
    ['stopped from the start', reply, path, { ...answer, ...to(HERS, 'stopped') }],
    ['for others to write', reply, path, { ...answer, text: '', ...to(HERS, 'wanted') }],
    [
      'with an unknown field of its state',
      reply,
      path,
      { ...answer, reply: { to: HERS, state: 'done', by: 'x' } },
    ],
    ['with an unknown field', reply, path, { ...answer, cost: 1 }],
    ['edited from the start', reply, path, { ...answer, edited: now }],
  ])('is not claimed %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it.each(others('reply'))('is not claimed by %s', (name) => denies.set(component(name), path, answer));
  it('is not sent by a member under its id', () =>
    denies.batch(sends({ as: alice, id: REPLY, fields: { ...hello, reply: answer.reply } })));

  it('never answers a bot in Slack', async () => {
    await given(at(SAID), { ...said, author: { kind: 'slack', id: 'T1-B1' } });
    await denies.set(reply, at(`${SAID}-reply`), { ...answer, ...to(SAID) });
    await given(at(SAID), { ...said, author: { kind: 'slack', id: 'B1-U1' } });
    await allows.set(reply, at(`${SAID}-reply`), { ...answer, ...to(SAID) });
  });
  it('never answers a reply', async () => {
    await given(path, answer);
    await denies.set(reply, at(`${REPLY}-reply`), { ...answer, ...to(REPLY) });
  });
  it('is claimed once', async () => {
    await given(path, { ...answer, at: past(), text: '', ...to(HERS, 'writing') });
    await denies.set(reply, path, answer);
    await denies.set(reply, path, { ...answer, text: '', ...to(HERS, 'writing') });
  });
  it('is not removed', async () => {
    await given(path, answer);
    await denies.delete(reply, path);
  });

  it.each(['always', 'mentioned'])('is given where the room wants it: %s', async (setting) => {
    await given('rooms/lobby', { ...lobby, reply: setting });
    await allows.set(reply, path, answer);
  });
  it('is not given where the room wants none', async () => {
    await given('rooms/lobby', { ...lobby, reply: 'off' });
    await denies.set(reply, path, answer);
  });
});
