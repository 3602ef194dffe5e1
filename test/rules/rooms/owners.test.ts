import { beforeEach, describe, it } from 'vitest';
import { bans, decides, gives } from '../banning.ts';
import { type Fields, now, past } from '../fields.ts';
import { alice, givenLobby, lobby, member, olga, place } from '../lobby.ts';
import { type Asked, allows, denies, type Write } from '../verdict.ts';
import { type Actor, given, givenAll, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

type Change = {
  as?: Actor;
  by?: string;
  owners?: unknown;
  room?: Fields;
  who?: string;
  role?: string;
  more?: Write[];
};
/** The room's owners and a role, in one batch. */
const together = ({
  as = olga,
  by = 'olga',
  owners,
  room = {},
  who = 'alice',
  role = 'owner',
  more = [],
}: Change): Asked => ({
  as,
  writes: [
    ['update', 'rooms/lobby', { owners, changed: now, ...room }],
    ['update', place(who), { role, changed: now }],
    // One's own role costs nothing: it is given up once.
    ...(more.length === 0 && who !== by ? [decides(who, by)] : []),
    ...more,
  ],
});

/** A room with so many owners, Olga the first. */
const givenOwners = (count: number): Promise<string[]> => {
  const owners = ['olga', ...Array.from({ length: count - 1 }, (_, i) => `owner${i}`)];
  const places = owners.map((uid): [string, Fields] => [place(uid), member(uid, 'owner')]);
  return givenAll({ 'rooms/lobby': { ...lobby, owners }, ...Object.fromEntries(places) }).then(() => owners);
};

describe('an owner', () => {
  const both = ['olga', 'alice'];

  it('is made of a member by an owner', () => allows.batch(together({ owners: both })));
  it('is made of a reader, and of a guest', async () => {
    await allows.batch(together({ owners: ['olga', 'rita'], who: 'rita' }));
    await givenAll({ 'rooms/lobby': lobby, [place('olga')]: member('olga', 'owner') });
    await allows.batch(together({ owners: ['olga', 'gus'], who: 'gus' }));
  });
  it('is made together with a change of settings', () =>
    allows.batch(together({ owners: both, room: { name: 'Foyer' } })));
  it('is the tenth at most', async () => {
    const nine = await givenOwners(9);
    await allows.batch(together({ owners: [...nine, 'alice'] }));
    const ten = await givenOwners(10);
    await given(place('alice'), member('alice'));
    await denies.batch(together({ owners: [...ten, 'alice'] }));
  });

  it.each<[string, Change]>([
    ['by herself', { as: alice, owners: both }],
    ['as a member', { owners: both, role: 'member' }],
    ['in the first place', { owners: ['alice', 'olga'] }],
    ['in the place of another', { owners: ['alice'] }],
    ['twice', { owners: ['olga', 'alice', 'alice'] }],
    ['under the name of another', { owners: ['olga', 'rita'] }],
    ['under the name of somebody outside', { owners: ['olga', 'bob'] }],
    ['under a name that is a path', { owners: ['olga', '/alice'] }],
    ['in a list that is none', { owners: 'olgaalice' }],
    ['in a list of something else', { owners: ['olga', 1] }],
    ['at a time of its own', { owners: both, room: { changed: past() } }],
    ['though the list stays', { owners: ['olga'] }],
    [
      'together with another',
      {
        owners: ['olga', 'alice', 'rita'],
        more: [decides('alice'), ['update', place('rita'), { role: 'owner', changed: now }]],
      },
    ],
    [
      'together with another who is not in the list',
      { owners: both, more: [decides('alice'), ['update', place('rita'), { role: 'owner', changed: now }]] },
    ],
  ])('is not made %s', (_, change) => denies.batch(together(change)));
  it('is not made by half', async () => {
    await denies.update(olga, 'rooms/lobby', { owners: both, changed: now });
    await denies.batch(gives('alice', { role: 'owner', changed: now }));
  });
  it('is not made a second time', async () => {
    await givenAll({ 'rooms/lobby': { ...lobby, owners: both }, [place('alice')]: member('alice', 'owner') });
    await denies.batch(together({ owners: [...both, 'alice'] }));
    await denies.update(olga, 'rooms/lobby', { owners: ['olga', 'alice', 'olga'], changed: now });
  });
});

describe('an owner among two', () => {
  beforeEach(() =>
    givenAll({
      'rooms/lobby': { ...lobby, owners: ['olga', 'alice'] },
      [place('alice')]: member('alice', 'owner'),
    }),
  );
  const leaving = (as: Actor, who: string, owners: unknown): Asked => ({
    as,
    writes: [
      ['update', 'rooms/lobby', { owners, changed: now }],
      ['delete', place(who)],
    ],
  });

  it.each<[string, Asked]>([
    ['made a member by the other', together({ owners: ['olga'], role: 'member' })],
    ['made a member by themself', together({ owners: ['alice'], who: 'olga', role: 'member' })],
    ['made a reader by the other', together({ owners: ['olga'], role: 'reader', more: bans('alice') })],
    [
      'removed by the other',
      { as: olga, writes: [...leaving(olga, 'alice', ['olga']).writes, ...bans('alice')] },
    ],
    ['gone', leaving(alice, 'alice', ['olga'])],
    ['gone, the first', leaving(olga, 'olga', ['alice'])],
  ])('is %s', (_, asked) => allows.batch(asked));

  it.each<[string, Asked]>([
    ['made a reader by themself', together({ as: alice, by: 'alice', owners: ['olga'], role: 'reader' })],
    ['removed by the other, who does not ban them', leaving(olga, 'alice', ['olga'])],
    ['gone with the list as it was', leaving(alice, 'alice', ['olga', 'alice'])],
    ['gone with the other off the list', leaving(alice, 'alice', ['alice'])],
    ['gone with nobody on the list', leaving(alice, 'alice', [])],
    ['gone with the other there twice', leaving(alice, 'alice', ['olga', 'olga'])],
    ['gone with the list gone', leaving(alice, 'alice', null)],
    ['off the list, but an owner', together({ owners: ['olga'], role: 'owner' })],
    ['on the list, but a member', together({ owners: ['olga', 'alice'], role: 'member' })],
    ['swapped for another', together({ owners: ['olga', 'rita'], role: 'member' })],
    [
      'gone together with the other',
      { as: olga, writes: [...leaving(olga, 'alice', []).writes, ['delete', place('olga')]] },
    ],
  ])('is not %s', (_, asked) => denies.batch(asked));
  it('is not gone unseen beside a third, who goes', async () => {
    await givenOwners(3);
    const without = (...owners: string[]) => together({ owners, who: 'owner0', role: 'member' });
    await denies.batch(without('olga'));
    await allows.batch(without('olga', 'owner1'));
  });
  it('is not gone by half', async () => {
    await denies.update(olga, 'rooms/lobby', { owners: ['olga'], changed: now });
    await denies.delete(alice, place('alice'));
    await denies.delete(olga, place('alice'));
    await denies.batch(gives('alice', { role: 'member', changed: now }));
  });
  it('is not taken off by a member', () => denies.batch(leaving(person('rita'), 'alice', ['olga'])));
  it('stays when the other is gone', async () => {
    await allows.batch(leaving(alice, 'alice', ['olga']));
    await given('rooms/lobby', { ...lobby, owners: ['olga'] });
    await denies.batch(leaving(olga, 'olga', []));
    await denies.delete(olga, place('olga'));
    await denies.batch(together({ owners: [], who: 'olga', role: 'member' }));
  });
});
