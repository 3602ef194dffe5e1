import { limit, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS, componentUid } from '#model/component.ts';
import { decides, lifts } from './banning.ts';
import { type Fields, now, past } from './fields.ts';
import { answer, at, by, FRESH, givenLobby, HERS, hello, lobby, member, place, REPLY } from './lobby.ts';
import { changes, sends, spends } from './sending.ts';
import { allows, ask, denies } from './verdict.ts';
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
const DEEDS: [string, (as: Actor) => Promise<unknown>][] = [
  ['read a page', (as) => ask.get(as, 'people/olga')],
  ['make a page', (as) => ask.set(as, 'people/mallory', { name: 'M', guest: false, changed: now })],
  [
    'change the page',
    async (as) => {
      await given('people/mallory', { name: 'M', guest: false, changed: past() });
      await ask.set(as, 'people/mallory', { name: 'Mal', guest: false, changed: now });
    },
  ],
  ['read a Slack page', (as) => ask.get(as, 'slackPeople/T1-U1')],
  ['read an open room', (as) => ask.get(as, 'rooms/hall')],
  ['read a closed room', (as) => ask.get(as, 'rooms/den')],
  ['list rooms', (as) => ask.list(as, 'rooms', where('visibility', '==', 'open'), limit(50))],
  [
    'make a room',
    (as) =>
      ask.batch({
        as,
        writes: [
          ['set', 'rooms/new', { ...lobby, owners: ['mallory'], created: now, changed: now }],
          ['set', place('mallory', 'new'), { person: 'mallory', role: 'owner', joined: now }],
        ],
      }),
  ],
  ['change a room', (as) => ask.update(as, 'rooms/den', { name: 'Mine', changed: now })],
  ['read the own membership', (as) => ask.get(as, place('mallory', 'lobby'))],
  ["read another's", (as) => ask.get(as, place('rita', 'den'))],
  ['list members', (as) => ask.list(as, 'rooms/den/members', limit(50))],
  ['find the own', (as) => ask.listAll(as, 'members', where('person', '==', 'mallory'), limit(50))],
  ['join', (as) => ask.set(as, place('mallory'), { person: 'mallory', role: 'member', joined: now })],
  ['spend', (as) => ask.batch({ as, writes: [spends('mallory', 'x:1', 'hall')] })],
  [
    'give a role',
    (as) =>
      ask.batch({
        as,
        writes: [
          decides('rita', 'mallory', 'den'),
          ['update', place('rita', 'den'), { role: 'member', changed: now }],
        ],
      }),
  ],
  ['leave', (as) => ask.delete(as, place('mallory', 'hall'))],
  [
    'remove',
    (as) =>
      ask.batch({
        as,
        writes: [
          ['delete', place('rita', 'den')],
          ['set', 'rooms/den/bans/rita', { by: 'mallory', at: now }],
          decides('rita', 'mallory', 'den'),
        ],
      }),
  ],
  [
    'lift a ban',
    async (as) => {
      await given('rooms/den/bans/bob', { by: 'mallory', at: past() });
      await ask.batch(lifts('bob', as, 'mallory', 'den'));
    },
  ],
  ['read an invitation', (as) => ask.get(as, `rooms/den/invitations/${'c'.repeat(32)}`)],
  ['list invitations', (as) => ask.list(as, 'rooms/den/invitations', limit(50))],
  [
    'revoke an invitation',
    async (as) => {
      await given('rooms/den/invitations/code', { state: 'open' });
      await ask.update(as, 'rooms/den/invitations/code', { state: 'revoked' });
    },
  ],
  ['read a message', (as) => ask.get(as, at(HERS, 'den'))],
  ['list messages', (as) => ask.list(as, 'rooms/den/messages', limit(50))],
  ['send', (as) => ask.batch(sends({ as, uid: 'mallory', room: 'den', id: FRESH, fields: mine }))],
  ['edit', (as) => ask.batch(changes({ as, uid: 'mallory', room: 'den', id: HERS, fields: edit }))],
  ['read a link', (as) => ask.get(as, 'links/lobby')],
  ['list links', (as) => ask.list(as, 'links', limit(50))],
  ['let owners link', (as) => ask.set(as, 'linkGrants/lobby', { places: ['T1-C1'], by: 'mallory', at: now })],
  ['read where owners may link', (as) => ask.get(as, 'linkGrants/den')],
  ['list where owners may link', (as) => ask.list(as, 'linkGrants', limit(50))],
  ['read a dead letter', (as) => ask.get(as, 'deadLetters/lobby-x')],
  ['list dead letters', (as) => ask.list(as, 'deadLetters', limit(50))],
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
  const claims = { operator: true };
  const mallory = bearer('mallory', 'password', claims);
  it.each(DEEDS)('may %s', (_, deed) => allows.asked(deed(mallory)));
  const named = bearer('mallory', 'password', { ...claims, component: 'reply' });
  it.each(DEEDS)('may not %s with the name of a component', (_, deed) => denies.asked(deed(named)));
  const minted = bearer('mallory', 'custom', claims);
  it.each(DEEDS)('may not %s with a minted token', (_, deed) => denies.asked(deed(minted)));
  it.each(DEEDS)('may not %s unless signed in', (_, deed) => denies.asked(deed(nobody)));
});

describe('an operator', () => {
  it.each<[string, Fields]>([
    ['nothing', {}],
    ['a text', { operator: 'true' }],
    ['a number', { operator: 1 }],
    ['a no', { operator: false }],
  ])('is no person whose token says %s', (_, claims) =>
    denies.list(bearer('olga', 'google.com', claims), 'links', limit(20)),
  );
});
