import { increment } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { type Fields, justOver, notYet, now, oneMore, past } from '../fields.ts';
import { alice, bob, givenLobby, member, olga, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, operator, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = place('alice');
const first: Fields = { sent: { since: now, count: 1, last: 'x:1' } };
const next: Fields = { 'sent.count': oneMore, 'sent.last': 'x:2' };
const having = (count: number, since: unknown): Promise<void> =>
  given(path, { ...member('alice'), sent: { since, count, last: 'x:1' } });

describe('an allowance', () => {
  it.each<[string, Actor, string]>([
    ['a member', alice, path],
    ['an owner', olga, place('olga')],
    ['a reader, who can do nothing with it', person('rita'), place('rita')],
    ['a guest', guest('gus'), place('gus')],
  ])('is begun by %s', (_, actor, where) => allows.update(actor, where, first));
  it('names what it is spent on in up to 200 characters', async () => {
    await allows.update(alice, path, { sent: { since: now, count: 1, last: 'x'.repeat(200) } });
    await having(1, past(10));
    await allows.update(alice, path, { ...next, 'sent.last': 'x'.repeat(200) });
  });

  it.each<[string, Actor, Fields]>([
    ['by another', bob, first],
    ["by the room's owner", olga, first],
    ['by an operator', operator('ona'), first],
    ['by a component', component('sweep'), first],
    ['at a time of its own', alice, { sent: { since: past(), count: 1, last: 'x:1' } }],
    ['with a time to come', alice, { sent: { since: past(-60), count: 1, last: 'x:1' } }],
    ['without a time', alice, { sent: { count: 1, last: 'x:1' } }],
    ['at nought', alice, { sent: { since: now, count: 0, last: 'x:1' } }],
    ['below nought', alice, { sent: { since: now, count: -60, last: 'x:1' } }],
    ['at two', alice, { sent: { since: now, count: 2, last: 'x:1' } }],
    ['with a count that is none', alice, { sent: { since: now, count: '1', last: 'x:1' } }],
    ['without a count', alice, { sent: { since: now, last: 'x:1' } }],
    ['for nothing', alice, { sent: { since: now, count: 1 } }],
    ['for an empty name', alice, { sent: { since: now, count: 1, last: '' } }],
    ['for a name of 201 characters', alice, { sent: { since: now, count: 1, last: 'x'.repeat(201) } }],
    ['for a name that is none', alice, { sent: { since: now, count: 1, last: ['x:1'] } }],
    ['with an unknown part', alice, { sent: { since: now, count: 1, last: 'x:1', more: 'x' } }],
    ['with another role', alice, { ...first, role: 'owner' }],
    ['with a change of role', alice, { ...first, changed: now }],
    ['with another time of joining', alice, { ...first, joined: now }],
    ['with an invitation', alice, { ...first, invitation: 'x'.repeat(32) }],
    ['with an unknown field', alice, { ...first, vip: true }],
  ])('is not begun %s', (_, actor, fields) => denies.update(actor, path, fields));
  it('is not begun with a number that is not whole, though it is one', async () => {
    const half = { sent: { since: now, count: 0.5, last: 'x:1' } };
    await denies.batch({
      as: alice,
      writes: [
        ['update', path, half],
        ['update', path, { 'sent.count': increment(0.5) }],
      ],
    });
  });

  it('is spent up to sixty times a minute', async () => {
    await having(59, past(30));
    await allows.update(alice, path, next);
    await having(60, past(30));
    await denies.update(alice, path, next);
  });
  it.each<[string, Fields]>([
    ['by two', { ...next, 'sent.count': increment(2) }],
    ['by none', { 'sent.last': 'x:2' }],
    ['backwards', { ...next, 'sent.count': increment(-1) }],
    ['by a half', { ...next, 'sent.count': increment(0.5) }],
    ['from another time on', { ...next, 'sent.since': now }],
    ['from the start', first],
    ['for a name of 201 characters', { ...next, 'sent.last': 'x'.repeat(201) }],
    ['with an unknown part', { ...next, 'sent.more': 1 }],
    ['and forgotten', { sent: {} }],
  ])('is not spent %s', async (_, fields) => {
    await having(10, past(30));
    await denies.update(alice, path, fields);
  });
  it('begins anew after a minute, and not before', async () => {
    await having(60, notYet(60));
    await denies.update(alice, path, first);
    await having(60, justOver(60));
    await denies.update(alice, path, next);
    await allows.update(alice, path, first);
  });
  it('may go on after a minute', async () => {
    await having(10, past(100));
    await allows.update(alice, path, next);
  });
  it('is not taken away', async () => {
    await having(60, past(30));
    const { sent: _, ...bare } = { ...member('alice'), sent: 0 };
    await denies.set(alice, path, bare);
  });
});
