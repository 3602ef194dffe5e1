import { beforeEach, describe, it } from 'vitest';
import { type Fields, future, now, past } from '../fields.ts';
import { bob, clara, closet, givenLobby, member, place } from '../lobby.ts';
import { type Asked, allows, denies, type Write } from '../verdict.ts';
import { type Actor, given, givenAll, guest, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const CODE = 'codeCODEcodeCODEcodeCODEcodeCODE';
const invitationPath = `rooms/closet/invitations/${CODE}`;
/** Good for all who come in time. */
const invitation: Fields = {
  by: 'clara',
  at: past(),
  name: 'Closet',
  role: 'member',
  until: future(),
  single: false,
  state: 'open',
};
const single = { ...invitation, single: true };

const entering: Fields = { person: 'bob', role: 'member', joined: now, invitation: CODE };
const used: Fields = { state: 'used', used: 'bob' };

type Entry = { as?: Actor; membership?: Fields; use?: Fields | undefined; where?: string; more?: Write[] };
/** A person enters; with `use`, the invitation is used up in the same batch. */
const enters = ({
  as = bob,
  membership = entering,
  use,
  where = place('bob', 'closet'),
  more = [],
}: Entry): Asked => ({
  as,
  writes: [['set', where, membership], ...(use ? ([['update', invitationPath, use]] as const) : []), ...more],
});

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
    [
      'by who enters without it',
      { use: used, where: place('bob', 'lobby'), membership: { person: 'bob', role: 'member', joined: now } },
    ],
    ['by who enters by another, too', { membership: { ...entering, invitation: 'o'.repeat(32) }, use: used }],
  ])('is not used up %s', async (_, entry) => {
    await given(`rooms/closet/invitations/${'o'.repeat(32)}`, invitation);
    await denies.batch(enters(entry));
  });
  it('is not used up by who does not enter, or has entered', async () => {
    await denies.update(bob, invitationPath, used);
    await given(place('bob', 'closet'), member('bob'));
    await denies.update(bob, invitationPath, used);
  });
  it('is used once', async () => {
    await givenAll({ [invitationPath]: { ...single, state: 'used', used: 'ben' } });
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
