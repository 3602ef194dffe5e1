import { beforeEach, describe, it } from 'vitest';
import { future, past } from '../fields.ts';
import { bob, clara, givenLobby, member, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { given, person, rulesWorld } from '../world.ts';
import {
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

describe('an invitation that is good for one', () => {
  beforeEach(() => given(invitationPath, single));

  it('is used up by who enters', () => allows.batch(enters({ use: used })));
  it.each<[string, Entry]>([
    ['for another', { use: { ...used, used: 'ben' } }],
    ['as used by nobody', { use: { state: 'used' } }],
    ['without its state', { use: { used: 'bob' } }],
    ['as revoked', { use: { ...used, state: 'revoked' } }],
    ['with another role', { use: { ...used, role: 'owner' } }],
    ['and prolonged', { use: { ...used, until: future(9_000) } }],
    ['by who enters without it', { use: used, where: place('bob', 'lobby'), whose: entryOf('bob', 'lobby') }],
    ['by who enters by another, too', { by: { invitation: 'o'.repeat(32) }, use: used }],
  ])('is not used up %s', async (_, entry) => {
    await given(`rooms/closet/invitations/${'o'.repeat(32)}`, invitation);
    await denies.batch(enters(entry));
  });
  it('is not used up by who does not enter, or has entered', async () => {
    await denies.update(bob, invitationPath, used);
    await given(place('bob', 'closet'), member('bob'));
    await denies.update(bob, invitationPath, used);
    await given(entryOf('bob'), entry);
    await denies.update(bob, invitationPath, used);
    await denies.batch({
      as: bob,
      writes: [
        ['set', entryOf('bob'), entry],
        ['update', invitationPath, used],
      ],
    });
  });
  it('is used once', async () => {
    await given(invitationPath, { ...single, state: 'used', used: 'ben' });
    await denies.batch(enters({ use: used }));
    await denies.batch(enters({}));
    await denies.batch(
      enters({
        as: person('ben'),
        where: place('ben', 'closet'),
        membership: { ...entering, person: 'ben' },
      }),
    );
  });
  it('is not used after it was revoked, or in the moment that it is', async () => {
    await given(invitationPath, { ...single, state: 'revoked' });
    await denies.batch(enters({ use: used }));
    await given(invitationPath, single);
    await denies.batch({
      as: clara,
      writes: [['update', invitationPath, { state: 'revoked', used: 'clara' }]],
    });
  });
  it('is not used when it is over', async () => {
    await given(invitationPath, { ...single, until: past(1) });
    await denies.batch(enters({ use: used }));
  });
});
