import { limit } from 'firebase/firestore';
import { describe, it } from 'vitest';
import { type Fields, now, past, without } from '../fields.ts';
import { alice } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, nobody, others, rulesWorld } from '../world.ts';

rulesWorld();

const apply = component('slackApply');
const path = 'slackPeople/T1-U1';
const page: Fields = { name: 'Hana', picture: 'https://example.org/h.png', fetched: now };

describe('a page of somebody in Slack', () => {
  it('is read by whoever is signed in, by slackApply and by slackPost', async () => {
    await given(path, page);
    await allows.get(alice, path);
    await allows.get(guest('gus'), path);
    await allows.get(apply, path);
    await allows.get(component('slackPost'), path);
  });
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ...others('slackApply', 'slackPost').map((name): [string, Actor] => [name, component(name)]),
  ])('is neither read nor written by %s', async (_, actor) => {
    await denies.set(actor, path, page);
    await given(path, page);
    await denies.get(actor, path);
  });
  it('is not written by slackPost', () => denies.set(component('slackPost'), path, page));
  it('is not listed', () => denies.list(alice, 'slackPeople', limit(1)));

  it('is written by slackApply, with a picture or without', async () => {
    await allows.set(apply, path, page);
    await allows.set(apply, `slackPeople/T1-${'U'.repeat(40)}`, without(page, 'picture'));
  });
  it.each<[string, Actor, string, Fields]>([
    ['a person', alice, path, page],
    ['an id without a team', apply, 'slackPeople/U1', page],
    ['an id in small letters', apply, 'slackPeople/t1-u1', page],
    ['an endless id', apply, `slackPeople/T1-${'U'.repeat(41)}`, page],
    ['no name', apply, path, without(page, 'name')],
    ['an empty name', apply, path, { ...page, name: '' }],
    ['a picture from an open line', apply, path, { ...page, picture: 'http://example.org/h.png' }],
    ['another time', apply, path, { ...page, fetched: past() }],
    ['no time', apply, path, without(page, 'fetched')],
    ['an unknown field', apply, path, { ...page, email: 'h@example.org' }],
  ])('is denied with %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it('is renewed by slackApply, with a picture or without', async () => {
    await given(path, { ...page, fetched: past() });
    await allows.set(apply, path, { ...page, name: 'Hana, anew' });
    await allows.set(apply, path, without(page, 'picture'));
  });
  it.each<[string, Actor, Fields]>([
    ['by a person', alice, page],
    ...others('slackApply').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), page]),
    ['without a name', apply, without(page, 'name')],
    ['with an empty name', apply, { ...page, name: '' }],
    ['with a picture from an open line', apply, { ...page, picture: 'http://example.org/h.png' }],
    ['at another time', apply, { ...page, fetched: past(1) }],
    ['with an unknown field', apply, { ...page, email: 'h@example.org' }],
  ])('is not renewed %s', async (_, actor, fields) => {
    await given(path, { ...page, fetched: past() });
    await denies.set(actor, path, fields);
  });
  it('is not removed', async () => {
    await given(path, page);
    await denies.delete(apply, path);
  });
});
