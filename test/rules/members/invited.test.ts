import { beforeEach, describe, it } from 'vitest';
import { type Fields, now, past } from '../fields.ts';
import { closet, givenLobby, member, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { given, guest, person, rulesWorld } from '../world.ts';
import { CODE, type Entry, entering, enters, invitation, invitationPath, single, used } from './entering.ts';

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
    ['by another code', { membership: { ...entering, invitation: 'x'.repeat(32) } }],
    ['by a path', { membership: { ...entering, invitation: `/${CODE}` } }],
    ['by a code that is none', { membership: { ...entering, invitation: [CODE] } }],
    ["to another's place", { where: place('ben', 'closet'), membership: { ...entering, person: 'ben' } }],
    ['to another room', { where: place('bob', 'lobby') }],
    ['at a time of its own', { membership: { ...entering, joined: past() } }],
    ['with an allowance', { membership: { ...entering, sent: { since: now, count: 1, last: 'x:1' } } }],
    ['with an unknown field', { membership: { ...entering, vip: true } }],
    ['using up what is good for all', { use: used }],
  ])('is denied %s', (_, entry) => denies.batch(enters(entry)));
  it('does not make another of who is a member', async () => {
    await given(place('bob', 'closet'), member('bob', 'reader'));
    await denies.batch(enters({}));
  });
});
