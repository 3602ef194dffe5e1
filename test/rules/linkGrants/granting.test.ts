import { limit } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { CHANGE_SECONDS } from '#model/limits.ts';
import { type Fields, justOver, notYet, now, past, without } from '../fields.ts';
import { alice, clara, givenLobby, olga } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import {
  type Actor,
  component,
  given,
  guest,
  nobody,
  operator,
  others,
  person,
  rulesWorld,
} from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const ona = operator('ona');
const path = 'linkGrants/lobby';
const grant: Fields = { places: ['T1-C0LOBBY'], by: 'ona', at: now };
const old: Fields = { ...grant, at: past() };

const strangers: [string, Actor][] = [
  ['nobody', nobody],
  ['a member', alice],
  ['a reader', person('rita')],
  ['a guest', guest('gus')],
  ["another room's owner", clara],
  ...others('operate').map((name): [string, Actor] => [name, component(name)]),
];

describe('where owners may link their room', () => {
  it('is said by an operator', () => allows.set(ona, path, grant));
  it.each<[string, Actor]>([["the room's owner", olga], ...strangers, ['operate', component('operate')]])(
    'is not said, changed or taken back by %s',
    async (_, as) => {
      await denies.set(as, path, grant);
      await given(path, old);
      await denies.set(as, path, { ...grant, places: ['T1-C0OTHER'] });
      await denies.delete(as, path);
    },
  );
  it.each<[string, Fields]>([
    ['in the name of another', { ...grant, by: 'olga' }],
    ['in nobody’s name', without(grant, 'by')],
    ['at a time of its own', { ...grant, at: past() }],
    ['without its time', without(grant, 'at')],
    ['with no channel', { ...grant, places: [] }],
    ['without channels', without(grant, 'places')],
    ['with two channels in one', { ...grant, places: ['T1-C0LOBBY T1-C0DESK'] }],
    ['with a channel alone', { ...grant, places: ['C0LOBBY'] }],
    ['with what is no text', { ...grant, places: [7] }],
    ['with eleven channels', { ...grant, places: Array.from({ length: 11 }, (_, nth) => `T1-C${nth}`) }],
    ['with an unknown field', { ...grant, until: now }],
  ])('is not said %s', (_, fields) => denies.set(ona, path, fields));
  it('is not said of a room that is not there', () => denies.set(ona, 'linkGrants/nowhere', grant));
  it('is changed a second after the last change, and not before', async () => {
    await given(path, { ...old, at: notYet(CHANGE_SECONDS) });
    await denies.set(ona, path, grant);
    await given(path, { ...old, at: justOver(CHANGE_SECONDS) });
    await allows.set(ona, path, { ...grant, places: ['T1-C0LOBBY', 'T2-C0DESK'] });
  });
  it('is taken back by an operator', async () => {
    await given(path, old);
    await allows.delete(ona, path);
  });

  it.each<[string, Actor]>([
    ['an operator', ona],
    ['operate', component('operate')],
    ["the room's owner", olga],
  ])('is read by %s', async (_, as) => {
    await given(path, old);
    await allows.get(as, path);
  });
  it.each(strangers)('is not read by %s', async (_, as) => {
    await given(path, old);
    await denies.get(as, path);
  });
  it('is listed by operators, 50 at a time', async () => {
    await allows.list(ona, 'linkGrants', limit(50));
    await denies.list(ona, 'linkGrants', limit(51));
    await denies.list(olga, 'linkGrants', limit(1));
    for (const name of COMPONENTS) await denies.list(component(name), 'linkGrants', limit(1));
  });
});
