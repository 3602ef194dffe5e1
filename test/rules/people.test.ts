import { collection, getDocs } from 'firebase/firestore';
import { describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import {
  allows,
  component,
  denies,
  type Fields,
  firestoreOf,
  given,
  guest,
  nobody,
  person,
  rulesWorld,
} from './world.ts';

rulesWorld();

const page = { name: 'Alice', guest: false };
const path = 'people/alice';
const alice = person('alice');

describe("a person's page", () => {
  it('is read by whoever is signed in and knows the uid, and by slackPost', async () => {
    await given(path, page);
    await allows.get(person('bob'), path);
    await allows.get(guest('gus'), path);
    await allows.get(component('slackPost'), path);
  });
  it('is not read by nobody and not by other components', async () => {
    await given(path, page);
    await denies.get(nobody, path);
    for (const name of COMPONENTS) if (name !== 'slackPost') await denies.get(component(name), path);
  });
  it('is not listed', () => denies.query(getDocs(collection(firestoreOf(alice), 'people'))));

  it('is made and changed by the person', async () => {
    await allows.set(alice, path, page);
    await allows.set(alice, path, {
      ...page,
      name: 'アリス',
      picture: 'https://example.org/a.png',
      locale: 'ja',
    });
    await allows.set(guest('gus'), 'people/gus', { name: 'Gus', guest: true });
  });
  it.each<[string, typeof alice, Fields]>([
    ['nobody', nobody, page],
    ['another person', person('bob'), page],
    ['a component', component('reply'), page],
    ['a guest who hides it', guest('alice'), page],
    ['a person who plays the guest', alice, { ...page, guest: true }],
    ['no name', alice, { guest: false }],
    ['an empty name', alice, { ...page, name: ' ' }],
    ['a name that is too long', alice, { ...page, name: 'x'.repeat(81) }],
    ['a picture that is no address', alice, { ...page, picture: 'javascript:alert(1)' }],
    ['a picture that is no text', alice, { ...page, picture: 1 }],
    ['a picture with too long an address', alice, { ...page, picture: `https://${'x'.repeat(2_048)}` }],
    ['an unknown language', alice, { ...page, locale: 'tlh' }],
    ['a claim of its own', alice, { ...page, component: 'reply' }],
  ])('is denied with %s', (_, actor, fields) => denies.set(actor, path, fields));
  it('is not removed', async () => {
    await given(path, page);
    await denies.delete(alice, path);
  });
});

describe('a page of somebody in Slack', () => {
  const known = 'slackPeople/T1-U1';
  it('is read by whoever is signed in', async () => {
    await allows.get(alice, known);
    await denies.get(nobody, known);
    await denies.get(component('reply'), known);
  });
});
