import { collection, getDocs, limit, query, serverTimestamp } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { answer, FRESH, givenLobby, HERS, hello, SAID, said } from './lobby.ts';
import {
  allows,
  component,
  denies,
  type Fields,
  firestoreOf,
  forger,
  future,
  given,
  guest,
  nobody,
  now,
  past,
  person,
  rulesWorld,
  without,
} from './world.ts';

rulesWorld();
beforeEach(givenLobby);

const at = (id: string, room = 'lobby') => `rooms/${room}/messages/${id}`;
const alice = person('alice');
const others = (...names: string[]) => COMPONENTS.filter((name) => !names.includes(name));

describe('reading messages', () => {
  it.each([
    ['a member', alice],
    ['a reader', person('rita')],
    ['reply', component('reply')],
    ['slackPost', component('slackPost')],
    ['slackApply', component('slackApply')],
  ])('lets %s get one', (_, actor) => allows.get(actor, at(HERS)));

  it.each([
    ['nobody', nobody],
    ['a person outside the room', person('bob')],
    ['a guest outside the room', guest('gus')],
    ['somebody who claims to be reply', forger('reply')],
    ['mirror', component('mirror')],
    ['slackReceive', component('slackReceive')],
  ])('denies %s one', (_, actor) => denies.get(actor, at(HERS)));

  const page = (actor: Parameters<typeof firestoreOf>[0], most?: number) => {
    const messages = collection(firestoreOf(actor), 'rooms/lobby/messages');
    return getDocs(most === undefined ? messages : query(messages, limit(most)));
  };
  it('lets a member and slackPost list a page', async () => {
    await allows.query(page(alice, 50));
    await allows.query(page(component('slackPost'), 50));
  });
  it.each([
    ['more than a page', alice, 51],
    ['a page without a limit', alice, undefined],
    ['a page to somebody outside', person('bob'), 50],
    ['a page to reply', component('reply'), 50],
  ])('denies %s', (_, actor, most) => denies.query(page(actor, most)));
});

describe('a message by a person', () => {
  it('is created by a member, an owner and a member who is a guest', async () => {
    await allows.set(alice, at(FRESH), hello);
    await allows.set(person('olga'), at('olgaOlgaOlgaOlga0001'), {
      ...hello,
      author: { kind: 'person', id: 'olga' },
    });
    await given('rooms/lobby/members/gus', { person: 'gus', role: 'member', joined: past() });
    await allows.set(guest('gus'), at('gusGusGusGusGusGus01'), {
      ...hello,
      author: { kind: 'person', id: 'gus' },
    });
  });
  it('may be in a thread of a message of the room', () =>
    allows.set(alice, at(FRESH), { ...hello, thread: HERS }));
  it('may be 4,000 characters long', () =>
    allows.set(alice, at(FRESH), { ...hello, text: 'あ'.repeat(4_000) }));

  // Each row is the allowed write, changed in one thing.
  const rita = { kind: 'person', id: 'rita' };
  it.each<[string, () => ReturnType<typeof alice>, string, Fields]>([
    ['nobody', nobody, at(FRESH), hello],
    ['a person as another', person('olga'), at(FRESH), hello],
    ['a reader', person('rita'), at(FRESH), { ...hello, author: rita }],
    [
      'somebody outside the room',
      person('bob'),
      at(FRESH),
      { ...hello, author: { kind: 'person', id: 'bob' } },
    ],
    ['a room without her', alice, at(FRESH, 'closet'), hello],
    ['the kind of a component', alice, at(FRESH), { ...hello, author: { kind: 'component', id: 'alice' } }],
    [
      'an author with more to it',
      alice,
      at(FRESH),
      { ...hello, author: { kind: 'person', id: 'alice', vip: true } },
    ],
    ['an empty text', alice, at(FRESH), { ...hello, text: '' }],
    ['a text of blanks', alice, at(FRESH), { ...hello, text: ' \n\t' }],
    ['a text that is too long', alice, at(FRESH), { ...hello, text: 'x'.repeat(4_001) }],
    ['a text that is none', alice, at(FRESH), { ...hello, text: 5 }],
    ['no text', alice, at(FRESH), without(hello, 'text')],
    ['a time of its own', alice, at(FRESH), { ...hello, at: past() }],
    ['a time to come', alice, at(FRESH), { ...hello, at: future() }],
    ['no time', alice, at(FRESH), without(hello, 'at')],
    ['a later revision', alice, at(FRESH), { ...hello, revision: 2 }],
    ['an unknown field', alice, at(FRESH), { ...hello, pinned: true }],
    ['an edit from the start', alice, at(FRESH), { ...hello, edited: now }],
    ["a reply's id", alice, at(`${HERS}-reply`), hello],
    ["a Slack message's id", alice, at(SAID), hello],
    ['a short id', alice, at('short'), hello],
    ['a thread on nothing', alice, at(FRESH), { ...hello, thread: 'nothingNothing000001' }],
    ['a thread that is no id', alice, at(FRESH), { ...hello, thread: 7 }],
  ])('is denied with %s', (_, actor, path, fields) => denies.set(actor, path, fields));

  it('hangs on no message that is itself in a thread', async () => {
    await given(at('inThreadInThread0001'), { ...hello, thread: HERS });
    await denies.set(alice, at(FRESH), { ...hello, thread: 'inThreadInThread0001' });
  });
  it('is not written twice under one id, not rewritten, and not removed', async () => {
    await denies.set(alice, at(HERS), hello);
    await denies.update(alice, at(HERS), { text: 'something else' });
    await denies.update(person('olga'), at(HERS), { text: 'something else' });
    await denies.delete(alice, at(HERS));
    await denies.delete(person('olga'), at(HERS));
  });
  it.each(COMPONENTS)('is not written by %s', (name) => denies.set(component(name), at(FRESH), hello));
});

describe('a reply', () => {
  const path = at(`${HERS}-reply`);
  const reply = component('reply');

  it('is claimed done or writing, under the id of what it answers', async () => {
    await allows.set(reply, path, answer);
    await given(at(SAID), said);
    await allows.set(reply, at(`${SAID}-reply`), {
      ...answer,
      text: '',
      reply: { to: SAID, state: 'writing' },
    });
  });
  it('stays in the thread of what it answers', async () => {
    await given(at(FRESH), { ...hello, thread: HERS });
    const inThread = { ...answer, thread: HERS, reply: { to: FRESH, state: 'done' } };
    await allows.set(reply, at(`${FRESH}-reply`), inThread);
    await denies.set(reply, path, { ...answer, thread: HERS });
  });
  it.each<[string, () => ReturnType<typeof reply>, string, Fields]>([
    ['a person', alice, path, answer],
    ['somebody who claims to be reply', forger('reply'), path, answer],
    ['another id', reply, at(`${FRESH}-reply`), answer],
    ['no question', reply, at(`${FRESH}-reply`), { ...answer, reply: { to: FRESH, state: 'done' } }],
    ['the author of the question', reply, path, { ...answer, author: { kind: 'person', id: 'alice' } }],
    ['a time of its own', reply, path, { ...answer, at: past() }],
    ['a later revision', reply, path, { ...answer, revision: 2 }],
    ['nothing said', reply, path, { ...answer, text: ' ' }],
    ['a text that is none', reply, path, { ...answer, text: 5 }],
    ['a text that is too long', reply, path, { ...answer, text: 'x'.repeat(12_001) }],
    ['a state it cannot begin in', reply, path, { ...answer, reply: { to: HERS, state: 'failed' } }],
    [
      'an unknown field of its state',
      reply,
      path,
      { ...answer, reply: { to: HERS, state: 'done', by: 'x' } },
    ],
    ['an unknown field', reply, path, { ...answer, cost: 1 }],
  ])('is denied with %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it.each(others('reply'))('is not written by %s', (name) => denies.set(component(name), path, answer));

  it('never answers a reply', async () => {
    await given(path, answer);
    await denies.set(reply, `${path}-reply`, { ...answer, reply: { to: `${HERS}-reply`, state: 'done' } });
  });
  const setTo = (setting: string) =>
    given('rooms/lobby', { name: 'L', visibility: 'open', reply: setting, guests: true, created: past() });
  it('is allowed where it is called, and denied where it is off', async () => {
    await setTo('mentioned');
    await allows.set(reply, path, answer);
    await given(at(FRESH), { ...hello, at: past() });
    await setTo('off');
    await denies.set(reply, at(`${FRESH}-reply`), { ...answer, reply: { to: FRESH, state: 'done' } });
    await setTo('always');
    await allows.set(reply, at(`${FRESH}-reply`), { ...answer, reply: { to: FRESH, state: 'done' } });
  });

  const writing = { ...answer, at: past(), text: 'Hel', reply: { to: HERS, state: 'writing' } };
  const further = { text: 'Hello', revision: 2, 'reply.state': 'writing' };
  it.each(['writing', 'done', 'failed', 'stopped'])('goes from writing to %s', async (state) => {
    await given(path, writing);
    await allows.update(reply, path, { ...further, 'reply.state': state });
  });
  it.each<[string, () => ReturnType<typeof reply>, Fields]>([
    ['by a person', alice, further],
    ['by mirror', component('mirror'), further],
    ['without a new revision', reply, { ...further, revision: 1 }],
    ['by two revisions', reply, { ...further, revision: 3 }],
    ['to an unknown state', reply, { ...further, 'reply.state': 'paused' }],
    ['to done with nothing said', reply, { ...further, text: '', 'reply.state': 'done' }],
    ['to another question', reply, { ...further, 'reply.to': FRESH }],
    ['to another time', reply, { ...further, at: serverTimestamp() }],
    ['to another author', reply, { ...further, author: { kind: 'person', id: 'alice' } }],
  ])('does not move %s', async (_, actor, fields) => {
    await given(path, writing);
    await denies.update(actor, path, fields);
  });
  it.each(['done', 'failed', 'stopped'])('does not move on once it is %s', async (state) => {
    await given(path, { ...writing, reply: { to: HERS, state } });
    await denies.update(reply, path, further);
    await denies.set(reply, path, answer);
  });
  it('is claimed once: a second claim is denied', async () => {
    await given(path, writing);
    await denies.set(reply, path, answer);
    await denies.set(reply, path, { ...answer, text: '', reply: { to: HERS, state: 'writing' } });
  });
  it('does not move where it answers nothing of its name', async () => {
    await given(at('odd'), writing);
    await denies.update(reply, at('odd'), further);
  });
});

describe('a message from Slack', () => {
  const apply = component('slackApply');
  const tombstone = { ...said, text: '', deleted: past(1) };

  it('is created as said, as edited, as deleted, and in a thread', async () => {
    await allows.set(apply, at(SAID), said);
    await allows.set(apply, at('slack-C0LOBBY-1700000001.000100'), { ...said, edited: past(1) });
    await allows.set(apply, at('slack-C0LOBBY-1700000002.000100'), tombstone);
    await allows.set(apply, at('slack-C0LOBBY-1700000003.000100'), { ...said, thread: HERS });
  });
  it('may be as long as Slack allows', () =>
    allows.set(apply, at(SAID), { ...said, text: 'x'.repeat(40_000) }));
  it.each<[string, () => ReturnType<typeof apply>, string, Fields]>([
    ['a person', alice, at(SAID), said],
    ['somebody who claims to be slackApply', forger('slackApply'), at(SAID), said],
    ['an id of the web', apply, at(FRESH), said],
    ['an id without a channel', apply, at('slack--1700000000.000100'), said],
    ['a person as its author', apply, at(SAID), { ...said, author: { kind: 'person', id: 'T1-U1' } }],
    ['an author without a team', apply, at(SAID), { ...said, author: { kind: 'slack', id: 'U1' } }],
    ['an author with more to it', apply, at(SAID), { ...said, author: { kind: 'slack', id: 'T1-U1', x: 1 } }],
    ['no text, though it is not deleted', apply, at(SAID), { ...said, text: '' }],
    ['a text, though it is deleted', apply, at(SAID), { ...said, deleted: past(1) }],
    ['a text that is too long', apply, at(SAID), { ...said, text: 'x'.repeat(40_001) }],
    ['a deletion that is no time', apply, at(SAID), { ...tombstone, deleted: true }],
    ['an edit that is no time', apply, at(SAID), { ...said, edited: true }],
    ['a time that is none', apply, at(SAID), { ...said, at: 'now' }],
    ['a later revision', apply, at(SAID), { ...said, revision: 2 }],
    ['a thread that is no id', apply, at(SAID), { ...said, thread: 1 }],
    ['an unknown field', apply, at(SAID), { ...said, reply: { to: SAID, state: 'done' } }],
  ])('is denied with %s', (_, actor, path, fields) => denies.set(actor, path, fields));
  it.each(others('slackApply'))('is not written by %s', (name) =>
    denies.set(component(name), at(SAID), said),
  );

  const edit = { text: 'hi!', edited: past(5), revision: 2 };
  const deletion = { text: '', deleted: past(5), revision: 2 };
  it('is edited and deleted', async () => {
    await given(at(SAID), said);
    await allows.update(apply, at(SAID), edit);
    await allows.update(apply, at(SAID), { ...deletion, revision: 3 });
  });
  it.each<[string, () => ReturnType<typeof apply>, Fields]>([
    ['edited by a person', alice, edit],
    ['deleted by a person', alice, deletion],
    ['edited by reply', component('reply'), edit],
    ['edited without a new revision', apply, { ...edit, revision: 1 }],
    ['edited by an older edit', apply, { ...edit, edited: past(400) }],
    ['edited without a time', apply, { text: 'hi!', revision: 2 }],
    ['given another author', apply, { ...edit, author: { kind: 'slack', id: 'T1-U2' } }],
    ['given another time', apply, { ...edit, at: past(1) }],
    ['deleted with its text', apply, { ...deletion, text: 'hi' }],
    ['emptied', apply, { ...edit, text: '' }],
  ])('is not %s', async (_, actor, fields) => {
    await given(at(SAID), { ...said, edited: past(30) });
    await denies.update(actor, at(SAID), fields);
  });
  it('stays deleted', async () => {
    await given(at(SAID), tombstone);
    await denies.update(apply, at(SAID), edit);
    await denies.set(apply, at(SAID), said);
  });
  it("does not change a person's message", () => denies.update(apply, at(HERS), edit));
});
