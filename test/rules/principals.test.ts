import { limit, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS, componentUid } from '#model/component.ts';
import { type Fields, now, past } from './fields.ts';
import { answer, at, by, FRESH, givenLobby, HERS, hello, lobby, member, place, REPLY } from './lobby.ts';
import { changes, sends, spends } from './sending.ts';
import type { Verdict } from './verdict.ts';
import { allows, denies } from './verdict.ts';
import { type Actor, bearer, component, given, givenAll, nobody, rulesWorld } from './world.ts';

rulesWorld();
beforeEach(givenLobby);

describe('a component', () => {
  it('is known by a minted token with its name and its uid', async () => {
    await allows.get(component('reply'), at(HERS));
    await allows.set(component('reply'), at(REPLY), answer);
  });
  const uid = componentUid('reply');
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ['a person whose profile has its name', bearer('mallory', 'google.com', { component: 'reply' })],
    ['a person under its uid, with its name', bearer(uid, 'google.com', { component: 'reply' })],
    ['a guest under its uid, with its name', bearer(uid, 'anonymous', { component: 'reply' })],
    ['a minted token with its name alone', bearer('mallory', 'custom', { component: 'reply' })],
    ['a minted token with its uid alone', bearer(uid, 'custom')],
    ['a minted token with its uid and another name', bearer(uid, 'custom', { component: 'mirror' })],
    ['a minted token with its uid and several names', bearer(uid, 'custom', { component: ['reply'] })],
  ])('is not %s', async (_, actor) => {
    await denies.get(actor, at(HERS));
    await denies.set(actor, at(REPLY), answer);
  });
  it.each(COMPONENTS)('is no person: %s', async (name) => {
    await denies.set(component(name), `people/${componentUid(name)}`, { name, guest: false, changed: now });
    await denies.get(component(name), place(componentUid(name)));
  });
});

/** All that a person may do: asked by Mallory, who owns a room like any other, is a member of another, and operates. */
const DEEDS: [string, (verdict: Verdict, as: Actor) => Promise<void>][] = [
  ['read a page', (v, as) => v.get(as, 'people/olga')],
  ['make a page', (v, as) => v.set(as, 'people/mallory', { name: 'M', guest: false, changed: now })],
  [
    'change the page',
    async (v, as) => {
      await given('people/mallory', { name: 'M', guest: false, changed: past() });
      await v.set(as, 'people/mallory', { name: 'Mal', guest: false, changed: now });
    },
  ],
  ['read a Slack page', (v, as) => v.get(as, 'slackPeople/T1-U1')],
  ['read an open room', (v, as) => v.get(as, 'rooms/hall')],
  ['read a closed room', (v, as) => v.get(as, 'rooms/den')],
  ['list rooms', (v, as) => v.list(as, 'rooms', where('visibility', '==', 'open'), limit(50))],
  [
    'make a room',
    (v, as) =>
      v.batch({
        as,
        writes: [
          ['set', 'rooms/new', { ...lobby, owners: ['mallory'], created: now, changed: now }],
          ['set', place('mallory', 'new'), { person: 'mallory', role: 'owner', joined: now }],
        ],
      }),
  ],
  ['change a room', (v, as) => v.update(as, 'rooms/den', { name: 'Mine', changed: now })],
  ['read the own membership', (v, as) => v.get(as, place('mallory', 'lobby'))],
  ["read another's", (v, as) => v.get(as, place('rita', 'den'))],
  ['list members', (v, as) => v.list(as, 'rooms/den/members', limit(50))],
  ['find the own', (v, as) => v.listAll(as, 'members', where('person', '==', 'mallory'), limit(50))],
  ['join', (v, as) => v.set(as, place('mallory'), { person: 'mallory', role: 'member', joined: now })],
  ['spend', (v, as) => v.batch({ as, writes: [spends('mallory', 'x:1', 'hall')] })],
  ['give a role', (v, as) => v.update(as, place('rita', 'den'), { role: 'member', changed: now })],
  ['leave', (v, as) => v.delete(as, place('mallory', 'hall'))],
  ['remove', (v, as) => v.delete(as, place('rita', 'den'))],
  ['read an invitation', (v, as) => v.get(as, `rooms/den/invitations/${'c'.repeat(32)}`)],
  ['list invitations', (v, as) => v.list(as, 'rooms/den/invitations', limit(50))],
  [
    'revoke an invitation',
    async (v, as) => {
      await given('rooms/den/invitations/code', { state: 'open' });
      await v.update(as, 'rooms/den/invitations/code', { state: 'revoked' });
    },
  ],
  ['read a message', (v, as) => v.get(as, at(HERS, 'den'))],
  ['list messages', (v, as) => v.list(as, 'rooms/den/messages', limit(50))],
  ['send', (v, as) => v.batch(sends({ as, uid: 'mallory', room: 'den', id: FRESH, fields: mine }))],
  ['edit', (v, as) => v.batch(changes({ as, uid: 'mallory', room: 'den', id: HERS, fields: edit }))],
  ['read a link', (v, as) => v.get(as, 'links/lobby')],
  ['list links', (v, as) => v.list(as, 'links', limit(50))],
  ['read a dead letter', (v, as) => v.get(as, 'deadLetters/lobby-x')],
  ['list dead letters', (v, as) => v.list(as, 'deadLetters', limit(50))],
];
const mine: Fields = { ...hello, author: by('mallory') };
const edit: Fields = { text: 'anew', revision: 2, edited: now };

describe('a person', () => {
  beforeEach(() =>
    givenAll({
      'rooms/den': { ...lobby, visibility: 'closed', owners: ['mallory'] },
      [place('mallory', 'den')]: member('mallory', 'owner'),
      [place('rita', 'den')]: member('rita', 'reader'),
      [at(HERS, 'den')]: { ...mine, at: past() },
      'rooms/hall': lobby,
      [place('mallory', 'hall')]: member('mallory'),
    }),
  );
  it.each(DEEDS)('may %s', (_, deed) => deed(allows, bearer('mallory', 'password', { operator: true })));
  it.each(DEEDS)('may not %s with the name of a component', (_, deed) =>
    deed(denies, bearer('mallory', 'password', { operator: true, component: 'reply' })),
  );
  it.each(DEEDS)('may not %s with a minted token', (_, deed) =>
    deed(denies, bearer('mallory', 'custom', { operator: true })),
  );
  it.each(DEEDS)('may not %s unless signed in', (_, deed) => deed(denies, nobody));
});

describe('an operator', () => {
  it.each<[string, Fields]>([
    ['nothing', {}],
    ['a text', { operator: 'true' }],
    ['a number', { operator: 1 }],
    ['a no', { operator: false }],
  ])('is no person whose token says %s', (_, claims) =>
    denies.get(bearer('olga', 'google.com', claims), 'links/lobby'),
  );
});
