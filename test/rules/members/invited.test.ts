import { limit } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { banAt } from '../banning.ts';
import { type Fields, now, past } from '../fields.ts';
import { bob, clara, closet, givenLobby, member, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, person, rulesWorld } from '../world.ts';
import {
  CODE,
  type Entry,
  entering,
  enters,
  entry,
  entryOf,
  invitation,
  invitationPath,
  single,
  used,
} from './entering.ts';

rulesWorld();
beforeEach(givenLobby);

describe('entering by an invitation', () => {
  beforeEach(() => given(invitationPath, invitation));

  it('opens a closed room', () => allows.batch(enters({})));
  it('is open to many, one after another', async () => {
    await allows.batch(enters({}));
    const again = {
      as: person('ben'),
      membership: { ...entering, person: 'ben' },
      where: place('ben', 'closet'),
    };
    await allows.batch(enters(again));
  });
  it('makes a reader of whoever was invited as one', async () => {
    await given(invitationPath, { ...invitation, role: 'reader' });
    await allows.batch(enters({ membership: { ...entering, role: 'reader' } }));
    await denies.batch(
      enters({
        as: person('ben'),
        where: place('ben', 'closet'),
        membership: { ...entering, person: 'ben' },
      }),
    );
  });
  it('is for guests where guests are taken', async () => {
    const entry = enters({ as: guest('bob') });
    await denies.batch(entry);
    await given('rooms/closet', { ...closet, guests: true });
    await allows.batch(entry);
  });

  it.each<[string, Fields]>([
    ['is revoked', { ...invitation, state: 'revoked' }],
    ['was used', { ...invitation, state: 'used' }],
    ['is over', { ...invitation, until: past(1) }],
    ['is good for one, who does not use it up', single],
    ['is good for one, and another has used it', { ...single, used: 'ben' }],
  ])('is denied where it %s', async (_, fields) => {
    await given(invitationPath, fields);
    await denies.batch(enters({}));
  });
  it.each<[string, Entry]>([
    ['as an owner', { membership: { ...entering, role: 'owner' } }],
    ['as a reader, who was invited as a member', { membership: { ...entering, role: 'reader' } }],
    ['by another code', { by: { invitation: 'x'.repeat(32) } }],
    ['by a path', { by: { invitation: `/${CODE}` } }],
    ['by a code that is none', { by: { invitation: [CODE] } }],
    ['with more than a code', { by: { ...entry, role: 'member' } }],
    ['with its code in the membership', { membership: { ...entering, invitation: CODE } }],
    ["by another's code", { whose: entryOf('ben') }],
    ["to another's place", { where: place('ben', 'closet'), membership: { ...entering, person: 'ben' } }],
    ['to another room', { where: place('bob', 'lobby') }],
    ['at a time of its own', { membership: { ...entering, joined: past() } }],
    ['with an allowance', { membership: { ...entering, sent: { since: now, count: 1, last: 'x:1' } } }],
    ['with an unknown field', { membership: { ...entering, vip: true } }],
    ['using up what is good for all', { use: used }],
  ])('is denied %s', (_, entry) => denies.batch(enters(entry)));
  it('is denied without a code', async () => {
    await denies.set(bob, place('bob', 'closet'), entering);
  });
  it('is denied to whoever is banned', async () => {
    await given(banAt('bob', 'closet'), { by: 'clara', at: past() });
    await denies.batch(enters({}));
  });
  it('is denied where the code was said without it', async () => {
    await denies.set(bob, entryOf('bob'), entry);
    await given(place('bob', 'closet'), member('bob'));
    await denies.set(bob, entryOf('bob'), entry);
    await given(entryOf('bob'), entry);
    await denies.set(bob, entryOf('bob'), entry);
  });
  it('is done again by who left, and says its code anew', async () => {
    await given(entryOf('bob'), { invitation: 'x'.repeat(32) });
    await allows.batch(enters({}));
  });
  it.each<[string, Actor]>([
    ['who entered', bob],
    ['an owner', clara],
    ['a component', component('sweep')],
  ])('leaves a code that is not read by %s', async (_, as) => {
    await given(entryOf('bob'), entry);
    await denies.get(as, entryOf('bob'));
    await denies.list(as, 'rooms/closet/entries', limit(1));
    await denies.delete(as, entryOf('bob'));
  });
  it('does not make another of who is a member', async () => {
    await given(place('bob', 'closet'), member('bob', 'reader'));
    await denies.batch(enters({}));
  });
});
