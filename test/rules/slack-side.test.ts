import { describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { HERS } from './lobby.ts';
import {
  type Actor,
  allows,
  component,
  denies,
  type Fields,
  future,
  given,
  now,
  past,
  person,
  rulesWorld,
  without,
} from './world.ts';

rulesWorld();

const apply = component('slackApply');
const others = (...names: string[]) => COMPONENTS.filter((name) => !names.includes(name));

describe('an inbox entry', () => {
  const receive = component('slackReceive');
  const path = 'inbox/Ev1';
  const entry: Fields = {
    team: 'T1',
    app: 'A1',
    type: 'message',
    body: '{}',
    received: now,
    expires: future(),
    state: 'received',
  };
  it('is stored and found again by slackReceive', async () => {
    await allows.set(receive, path, entry);
    await allows.get(receive, path);
    for (const name of others('slackReceive')) await denies.get(component(name), path);
    await denies.get(person('alice'), path);
  });
  it.each<[string, Actor, Fields]>([
    ['a person', person('alice'), entry],
    ['no team', receive, without(entry, 'team')],
    ['an endless team', receive, { ...entry, team: 'T'.repeat(41) }],
    ['an endless app', receive, { ...entry, app: 'A'.repeat(41) }],
    ['an endless type', receive, { ...entry, type: 't'.repeat(101) }],
    ['a body that is no text', receive, { ...entry, body: {} }],
    ['too much of a body', receive, { ...entry, body: 'x'.repeat(900_001) }],
    ['another time', receive, { ...entry, received: past() }],
    ['no end', receive, { ...entry, expires: null }],
    ['an end in the past', receive, { ...entry, expires: past() }],
    ['another state', receive, { ...entry, state: 'applied' }],
    ['an unknown field', receive, { ...entry, seen: true }],
  ])('is denied with %s', (_, actor, fields) => denies.set(actor, path, fields));
  it.each(others('slackReceive'))('is not stored by %s', (name) => denies.set(component(name), path, entry));
  it('is not stored twice', async () => {
    await given(path, { ...entry, received: past() });
    await denies.set(receive, path, entry);
  });

  it.each(['applied', 'ignored', 'failed'])('becomes %s by slackApply', async (state) => {
    await given(path, { ...entry, received: past() });
    await allows.update(apply, path, { state, reason: 'because' });
  });
  it('needs no reason', async () => {
    await given(path, { ...entry, received: past() });
    await allows.update(apply, path, { state: 'applied' });
  });
  it.each<[string, Actor, Fields, Fields]>([
    ['another component', component('slackReceive'), {}, { state: 'applied' }],
    ['a person', person('alice'), {}, { state: 'applied' }],
    ['an unknown state', apply, {}, { state: 'lost' }],
    ['the state it has', apply, {}, { state: 'received', reason: 'x' }],
    ['another body', apply, {}, { state: 'applied', body: '' }],
    ['an endless reason', apply, {}, { state: 'ignored', reason: 'x'.repeat(501) }],
    ['a second result', apply, { state: 'applied' }, { state: 'failed' }],
  ])('does not move with %s', async (_, actor, before, fields) => {
    await given(path, { ...entry, received: past(), ...before });
    await denies.update(actor, path, fields);
  });
  it('is not removed', async () => {
    await given(path, entry);
    await denies.delete(apply, path);
    await denies.delete(receive, path);
  });
});

describe('a page of somebody in Slack', () => {
  const path = 'slackPeople/T1-U1';
  const page: Fields = { name: 'Hana', picture: 'https://example.org/h.png', fetched: now };
  it('is written and read by slackApply', async () => {
    await allows.get(apply, path);
    await allows.set(apply, path, page);
  });
  it.each<[string, Actor, string, Fields]>([
    ['a person', person('alice'), path, page],
    ['an id without a team', apply, 'slackPeople/U1', page],
    ['no name', apply, path, without(page, 'name')],
    ['an empty name', apply, path, { ...page, name: '' }],
    ['a picture that is no address', apply, path, { ...page, picture: 'http://example.org/h.png' }],
    ['another time', apply, path, { ...page, fetched: past() }],
    ['an unknown field', apply, path, { ...page, email: 'h@example.org' }],
  ])('is denied with %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it.each(others('slackApply'))('is not written by %s', (name) => denies.set(component(name), path, page));
});

describe('a dead letter', () => {
  const post = component('slackPost');
  const path = `deadLetters/lobby-${HERS}`;
  const letter: Fields = {
    component: 'slackPost',
    room: 'lobby',
    message: HERS,
    error: 'msg_too_long',
    attempts: 1,
    at: now,
  };
  it('is kept by slackPost', async () => {
    await allows.set(post, path, letter);
    await allows.get(post, path);
    await denies.get(person('olga'), path);
    await denies.get(apply, path);
  });
  it.each<[string, Actor, string, Fields]>([
    ['a person', person('olga'), path, letter],
    ['another id', post, 'deadLetters/other', letter],
    ['another component', post, path, { ...letter, component: 'reply' }],
    ['no reason', post, path, { ...letter, error: '' }],
    ['no count', post, path, { ...letter, attempts: -1 }],
    ['another time', post, path, { ...letter, at: past() }],
    ['an unknown field', post, path, { ...letter, text: 'hello' }],
  ])('is denied with %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it.each(others('slackPost'))('is not kept by %s', (name) => denies.set(component(name), path, letter));
  it('is not removed', async () => {
    await given(path, letter);
    await denies.delete(post, path);
  });
});
