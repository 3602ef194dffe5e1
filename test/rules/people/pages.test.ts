import { limit } from 'firebase/firestore';
import { describe, it } from 'vitest';
import { CHANGE_SECONDS } from '#model/limits.ts';
import { type Fields, justOver, notYet, now, past, without } from '../fields.ts';
import { alice, bob } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, nobody, others, rulesWorld } from '../world.ts';

rulesWorld();

const page: Fields = { name: 'Alice', guest: false, changed: now };
const path = 'people/alice';

describe("a person's page", () => {
  it.each<[string, Actor]>([
    ['another person', bob],
    ['a guest', guest('gus')],
    ['slackPost', component('slackPost')],
  ])('is read by %s', async (_, actor) => {
    await given(path, page);
    await allows.get(actor, path);
  });
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ...others('slackPost').map((name): [string, Actor] => [name, component(name)]),
  ])('is not read by %s', async (_, actor) => {
    await given(path, page);
    await denies.get(actor, path);
  });
  it('is not listed', () => denies.list(alice, 'people', limit(1)));
  it('is not removed', async () => {
    await given(path, page);
    await denies.delete(alice, path);
  });

  it.each<[string, Fields]>([
    ['no more than a name', page],
    ['a picture', { ...page, picture: 'https://example.org/a.png' }],
    ['a language', { ...page, locale: 'ja' }],
    ['the other language', { ...page, locale: 'en' }],
    ['a name of 80 characters', { ...page, name: '繋'.repeat(80) }],
    ['a picture with an address of 2,048', { ...page, picture: `https://${'x'.repeat(2_040)}` }],
  ])('is made with %s', (_, fields) => allows.set(alice, path, fields));
  it('is made by a guest, as one', () =>
    allows.set(guest('gus'), 'people/gus', { ...page, name: 'Gus', guest: true }));

  // Each row is the first write above, changed in one thing.
  it.each<[string, Actor, Fields]>([
    ['nobody', nobody, page],
    ['another person', bob, page],
    ['a guest who hides it', guest('alice'), page],
    ['a person who plays the guest', alice, { ...page, guest: true }],
    ['a guest that is no yes or no', alice, { ...page, guest: 'no' }],
    ['no guest', alice, without(page, 'guest')],
    ['no name', alice, without(page, 'name')],
    ['an empty name', alice, { ...page, name: '' }],
    ['a name of blanks', alice, { ...page, name: ' ' }],
    ['a name that is no text', alice, { ...page, name: ['Alice'] }],
    ['a name of 81 characters', alice, { ...page, name: 'x'.repeat(81) }],
    ['a picture that is no address', alice, { ...page, picture: 'javascript:alert(1)' }],
    ['a picture from an open line', alice, { ...page, picture: 'http://example.org/a.png' }],
    ['a picture that is no text', alice, { ...page, picture: 1 }],
    ['a picture with an address of 2,049', alice, { ...page, picture: `https://${'x'.repeat(2_041)}` }],
    ['an unknown language', alice, { ...page, locale: 'tlh' }],
    ['a time of its own', alice, { ...page, changed: past() }],
    ['no time', alice, without(page, 'changed')],
    ['an unknown field', alice, { ...page, component: 'reply' }],
  ])('is not made with %s', (_, actor, fields) => denies.set(actor, path, fields));

  it('is changed by the person a second after the last change', async () => {
    await given(path, { ...page, changed: justOver(CHANGE_SECONDS) });
    await allows.set(alice, path, { ...page, name: 'アリス' });
  });
  it('is not changed within a second', async () => {
    await given(path, { ...page, changed: notYet(CHANGE_SECONDS) });
    await denies.set(alice, path, { ...page, name: 'アリス' });
  });
  it.each<[string, Actor, Fields]>([
    ['under a time of its own', alice, { ...page, changed: past(1) }],
    ['by another person', bob, page],
    ['by a component', component('slackPost'), page],
    ['to no name', alice, { ...page, name: '' }],
  ])('is not changed %s', async (_, actor, fields) => {
    await given(path, { ...page, changed: past() });
    await denies.set(actor, path, fields);
  });
});
