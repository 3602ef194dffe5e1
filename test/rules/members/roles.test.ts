import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { CHANGE_SECONDS } from '#model/limits.ts';
import { banAt, decides, gives, silences } from '../banning.ts';
import { type Fields, gone, justOver, notYet, now, past } from '../fields.ts';
import { alice, givenLobby, lobby, member, olga, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, guest, operator, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = place('alice');
const silenced: Fields = { role: 'reader', changed: now };
const silence = silences('alice');

describe('a role', () => {
  it('is changed by an owner', async () => {
    await allows.batch(silence);
    await given(place('olga'), member('olga', 'owner'));
    await allows.batch(gives('rita', { role: 'member', changed: now }));
  });
  it('is not changed without an allowance, of one for another, or of one that was spent before', async () => {
    const change = ['update', place('rita'), { role: 'member', changed: now }] as const;
    await denies.batch({ as: olga, writes: [change] });
    await denies.batch({ as: olga, writes: [decides('alice'), change] });
    await allows.batch({ as: olga, writes: [decides('rita')] });
    await denies.batch({ as: olga, writes: [change] });
  });
  it('is not changed to what it is', () => denies.batch(gives('alice', { role: 'member', changed: now })));
  it('of a reader goes with a ban, and of nobody else', async () => {
    await denies.batch(gives('alice', silenced));
    await given(banAt('rita'), { by: 'olga', at: past() });
    await denies.batch(gives('rita', { role: 'member', changed: now }));
    await allows.batch(
      gives('rita', { role: 'member', changed: now }, olga, 'olga', [['delete', banAt('rita')]]),
    );
  });
  it('leaves what was sent as it is', async () => {
    await given(path, { ...member('alice'), sent: { since: past(10), count: 3, last: 'x:1' } });
    await allows.batch(silence);
  });
  it('is changed by an owner who is a guest while guests are taken', async () => {
    await given(place('gus'), member('gus', 'owner'));
    await allows.batch(silences('alice', guest('gus'), 'gus'));
    await given('rooms/lobby', { ...lobby, guests: false });
    await denies.batch(gives('rita', { role: 'member', changed: now }, guest('gus'), 'gus'));
  });

  it.each<[string, Actor, Fields]>([
    ['by its holder', alice, silenced],
    ['by another member', person('gus'), silenced],
    ['by a reader', person('rita'), silenced],
    ["by another room's owner", person('clara'), silenced],
    ['by an operator', operator('ona'), silenced],
    ['to owner, though not of the room', olga, { role: 'owner', changed: now }],
    ['to an unknown one', olga, { role: 'admin', changed: now }],
    ['to none', olga, { role: gone, changed: now }],
    ['without saying when', olga, { role: 'reader' }],
    ['at a time of its own', olga, { role: 'reader', changed: past() }],
    ['with another person', olga, { ...silenced, person: 'rita' }],
    ['with another time of joining', olga, { ...silenced, joined: past(1) }],
    ['with a new allowance', olga, { ...silenced, sent: { since: now, count: 1, last: 'x:1' } }],
    ['with an unknown field', olga, { ...silenced, reason: 'x' }],
  ])('is not changed %s', async (_, actor, fields) => {
    await denies.update(actor, path, fields);
    await denies.batch(gives('alice', fields, actor));
    await given(banAt('alice'), { by: 'olga', at: past() });
    await denies.update(actor, path, fields);
    await denies.batch(gives('alice', fields, actor));
  });
  it.each(COMPONENTS)('is not changed by %s', async (name) => {
    await given(banAt('alice'), { by: 'olga', at: past() });
    await denies.update(component(name), path, silenced);
    await denies.batch(gives('alice', silenced, component(name)));
  });
  it('is not raised by its holder', async () => {
    await denies.update(alice, path, { role: 'owner', changed: now });
    await denies.update(person('rita'), place('rita'), { role: 'member', changed: now });
  });
  it('of an owner is not changed alone', () => denies.update(olga, place('olga'), silenced));

  it('is changed a second after the last change, and not before', async () => {
    await given(path, { ...member('alice'), changed: notYet(CHANGE_SECONDS) });
    await denies.batch(silence);
    await given(path, { ...member('alice'), changed: justOver(CHANGE_SECONDS) });
    await allows.batch(silence);
  });
  it('is changed a second after its holder came, and not before', async () => {
    await given(path, { ...member('alice'), joined: notYet(CHANGE_SECONDS) });
    await denies.batch(silence);
    await given(path, { ...member('alice'), joined: justOver(CHANGE_SECONDS) });
    await allows.batch(silence);
  });
});
