import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { STAY_SECONDS } from '#model/limits.ts';
import { banAt, removes } from '../banning.ts';
import { justOver, notYet, now, past } from '../fields.ts';
import { alice, givenLobby, lobby, member, olga, place } from '../lobby.ts';
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

const path = place('alice');

describe('leaving', () => {
  it.each<[string, Actor, string]>([
    ['a member', alice, path],
    ['a reader', person('rita'), place('rita')],
    ['a guest', guest('gus'), place('gus')],
  ])('is for %s', (_, actor, where) => allows.delete(actor, where));
  it('is for a guest, too, where guests are no longer taken', async () => {
    await given('rooms/lobby', { ...lobby, guests: false });
    await allows.delete(guest('gus'), place('gus'));
  });
  it('is done five seconds after one came, and not before', async () => {
    await given(path, { ...member('alice'), joined: notYet(STAY_SECONDS) });
    await denies.delete(alice, path);
    await given(path, { ...member('alice'), joined: justOver(STAY_SECONDS) });
    await allows.delete(alice, path);
  });
  it('takes a second for each thing sent: who comes again begins a new allowance', async () => {
    const sent = (since: unknown) => ({ ...member('alice'), sent: { since, count: 60, last: 'x:1' } });
    await given(path, sent(notYet(60)));
    await denies.delete(alice, path);
    await given(path, sent(justOver(60)));
    await allows.delete(alice, path);
    await given(path, { ...member('alice'), sent: { since: justOver(1), count: 1, last: 'x:1' } });
    await allows.delete(alice, path);
  });
  it('is not for the owner, while there is no other', () => denies.delete(olga, place('olga')));
  it('does not happen at once to an owner either', async () => {
    const given = (joined: unknown) =>
      givenAll({
        'rooms/lobby': { ...lobby, owners: ['olga', 'alice'] },
        [path]: { ...member('alice', 'owner'), joined },
      });
    const goes = {
      as: alice,
      writes: [
        ['update', 'rooms/lobby', { owners: ['olga'], changed: now }],
        ['delete', path],
      ],
    } as const;
    await given(past(3));
    await denies.batch(goes);
    await given(past());
    await allows.batch(goes);
  });
});

describe('removing', () => {
  it.each([
    ['members', 'alice'],
    ['readers', 'rita'],
    ['guests', 'gus'],
  ])('is for an owner, of %s', (_, uid) => allows.batch(removes(uid)));
  it('is a ban as well', async () => {
    await denies.delete(olga, path);
    await given(banAt('bob'), { by: 'olga', at: past() });
    await denies.delete(olga, path);
    await given(banAt('alice'), { by: 'olga', at: past() });
    await allows.delete(olga, path);
  });
  it('is for an owner at any moment', async () => {
    await given(path, {
      ...member('alice'),
      joined: past(1),
      sent: { since: past(1), count: 60, last: 'x:1' },
    });
    await allows.batch(removes('alice'));
  });
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ['another member', person('gus')],
    ['a reader', person('rita')],
    ['somebody outside', person('bob')],
    ["another room's owner", person('clara')],
    ['an operator', operator('ona')],
    ...COMPONENTS.map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', async (_, actor) => {
    await given(banAt('alice'), { by: 'olga', at: past() });
    await denies.delete(actor, path);
  });
  it('is not for an owner who is a guest where guests are no longer taken', async () => {
    await givenAll({ 'rooms/lobby': { ...lobby, guests: false }, [place('gus')]: member('gus', 'owner') });
    await given(banAt('alice'), { by: 'olga', at: past() });
    await denies.delete(guest('gus'), path);
  });
  it('ends what a member could do', async () => {
    await allows.get(alice, place('olga'));
    await allows.batch(removes('alice'));
    await denies.get(alice, place('olga'));
  });
});
