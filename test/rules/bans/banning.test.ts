import { limit } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { CHANGE_SECONDS } from '#model/limits.ts';
import { banAt, bans, decides, lifts, removes } from '../banning.ts';
import { type Fields, justOver, notYet, now, past } from '../fields.ts';
import { alice, bob, clara, givenLobby, lobby, member, olga, place } from '../lobby.ts';
import { spends } from '../sending.ts';
import { allows, denies } from '../verdict.ts';
import {
  type Actor,
  component,
  given,
  givenAll,
  guest,
  nobody,
  operator,
  person,
  rulesWorld,
} from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const gus = guest('gus');
const banned: Fields = { by: 'olga', at: past() };
const strangers: [string, Actor][] = [
  ['nobody', nobody],
  ['a member', alice],
  ['a guest', gus],
  ["another room's owner", clara],
  ['an operator', operator('ona')],
  ...COMPONENTS.map((name): [string, Actor] => [name, component(name)]),
];

describe('a ban', () => {
  it('is made by an owner, of their allowance', () => allows.batch({ as: olga, writes: bans('bob') }));
  it.each<[string, Actor, string]>([
    ['a member', alice, 'alice'],
    ['a reader', person('rita'), 'rita'],
    ["another room's owner", clara, 'clara'],
    ['whom it is about', bob, 'bob'],
  ])('is not made by %s', (_, as, uid) => denies.batch({ as, writes: bans('bob', uid) }));
  it('is not made without an allowance, or of one for another', async () => {
    await denies.set(olga, banAt('bob'), { by: 'olga', at: now });
    await denies.batch({
      as: olga,
      writes: [spends('olga', 'person:ben'), ['set', banAt('bob'), { by: 'olga', at: now }]],
    });
  });
  it.each<[string, Fields]>([
    ['in the name of another', { by: 'alice', at: now }],
    ['at a time of its own', { by: 'olga', at: past() }],
    ['with an unknown field', { by: 'olga', at: now, until: now }],
    ['without its owner', { at: now }],
    ['without its time', { by: 'olga' }],
  ])('is not made %s', (_, fields) =>
    denies.batch({ as: olga, writes: [spends('olga', 'person:bob'), ['set', banAt('bob'), fields]] }),
  );
  it('is not changed', async () => {
    await given(banAt('bob'), banned);
    await denies.batch({ as: olga, writes: bans('bob') });
    await denies.update(olga, banAt('bob'), { at: now });
  });

  it.each<[string, Actor]>([
    ['an owner', olga],
    ['whom it is about', bob],
  ])('is read by %s', async (_, as) => {
    await given(banAt('bob'), banned);
    await allows.get(as, banAt('bob'));
  });
  it.each(strangers)('is not read, listed or lifted by %s', async (_, as) => {
    await given(banAt('bob'), banned);
    await denies.get(as, banAt('bob'));
    await denies.list(as, 'rooms/lobby/bans', limit(1));
    await denies.delete(as, banAt('bob'));
    await denies.batch({ ...lifts('bob'), as });
  });
  it('is listed by an owner, 50 at a time, and not by whom it is about', async () => {
    await allows.list(olga, 'rooms/lobby/bans', limit(50));
    await denies.list(olga, 'rooms/lobby/bans', limit(51));
    await denies.list(olga, 'rooms/lobby/bans');
    await denies.list(bob, 'rooms/lobby/bans', limit(1));
  });
  it('is lifted by an owner, a second after it was made', async () => {
    await given(banAt('bob'), { ...banned, at: notYet(CHANGE_SECONDS) });
    await denies.batch(lifts('bob'));
    await given(banAt('bob'), { ...banned, at: justOver(CHANGE_SECONDS) });
    await denies.delete(bob, banAt('bob'));
    await allows.batch(lifts('bob'));
  });
  it('is not lifted without an allowance, or of one for another', async () => {
    await given(banAt('bob'), banned);
    await denies.delete(olga, banAt('bob'));
    await denies.batch({ as: olga, writes: [decides('ben'), ['delete', banAt('bob')]] });
  });
  it('is neither made nor lifted of an allowance that was spent before', async () => {
    await allows.batch({ as: olga, writes: [decides('bob')] });
    await denies.set(olga, banAt('bob'), { by: 'olga', at: now });
    await given(banAt('bob'), banned);
    await denies.delete(olga, banAt('bob'));
  });
});

describe('whoever is banned', () => {
  const joins = (uid: string, as: Actor, role = 'member') =>
    [as, place(uid), { person: uid, role, joined: now }] as const;

  it('does not come in again, until an owner lifts it', async () => {
    await allows.batch(removes('alice'));
    await denies.set(...joins('alice', alice));
    await givenAll({ [banAt('alice')]: banned, [place('olga')]: member('olga', 'owner') });
    await allows.batch(lifts('alice'));
    await allows.set(...joins('alice', alice));
  });
  it('does not leave as a reader and come back as a member', async () => {
    await given(banAt('rita'), banned);
    await allows.delete(person('rita'), place('rita'));
    await denies.set(...joins('rita', person('rita')));
    await denies.set(...joins('rita', person('rita'), 'reader'));
  });
  it('is banned from that room alone', async () => {
    await givenAll({ 'rooms/hall': { ...lobby, owners: ['clara'] }, [banAt('bob', 'hall')]: banned });
    await allows.set(...joins('bob', bob));
  });
});
