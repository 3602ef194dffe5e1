import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { CHANGE_SECONDS } from '#model/limits.ts';
import { type Fields, gone, justOver, notYet, now, past } from '../fields.ts';
import { alice, givenLobby, lobby, member, olga, place } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, givenAll, guest, operator, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = 'rooms/lobby';
const change: Fields = { name: 'Foyer', changed: now };

describe('the settings of a room', () => {
  it.each<[string, Fields]>([
    ['its name', change],
    ['whether it is open', { visibility: 'closed', changed: now }],
    ['whom reply answers', { reply: 'mentioned', changed: now }],
    ['whether guests may come', { guests: false, changed: now }],
    ['whether it pings people in Slack', { pings: true, changed: now }],
  ])('are changed by an owner: %s', (_, fields) => allows.update(olga, path, fields));
  it('are changed by another owner just as well', async () => {
    await givenAll({
      [path]: { ...lobby, owners: ['olga', 'alice'] },
      [place('alice')]: member('alice', 'owner'),
    });
    await allows.update(alice, path, change);
  });
  it('are changed by an owner who is a guest, but not where guests are no longer taken', async () => {
    await given(place('gus'), member('gus', 'owner'));
    await allows.update(guest('gus'), path, change);
    await given(path, { ...lobby, guests: false });
    await denies.update(guest('gus'), path, change);
  });

  it.each<[string, Actor, Fields]>([
    ['by a member', alice, change],
    ['by a reader', person('rita'), change],
    ['by somebody outside', person('bob'), change],
    ["by another room's owner", person('clara'), change],
    ['by an operator', operator('ona'), change],
    ['without saying when', olga, { name: 'Foyer' }],
    ['at a time of its own', olga, { ...change, changed: past() }],
    ['with another time of its making', olga, { ...change, created: past(1) }],
    ['with the time of its making gone', olga, { ...change, created: gone }],
    ['to no name', olga, { ...change, name: '' }],
    ['to a name that is none', olga, { ...change, name: gone }],
    ['to an unknown visibility', olga, { ...change, visibility: 'hidden' }],
    ['to an unknown setting of replies', olga, { ...change, reply: true }],
    ['to guests that are no yes or no', olga, { ...change, guests: gone }],
    ['to pings that are no yes or no', olga, { ...change, pings: 'channel' }],
    ['with an unknown field', olga, { ...change, link: 'C0LOBBY' }],
  ])('are not changed %s', (_, actor, fields) => denies.update(actor, path, fields));
  it.each(COMPONENTS)('are not changed by %s', (name) => denies.update(component(name), path, change));

  it('are changed a second after the last change, and not before', async () => {
    await given(path, { ...lobby, changed: notYet(CHANGE_SECONDS) });
    await denies.update(olga, path, change);
    await given(path, { ...lobby, changed: justOver(CHANGE_SECONDS) });
    await allows.update(olga, path, change);
  });
  it('go with the room, which nobody removes', async () => {
    for (const actor of [olga, operator('olga'), component('operate')]) await denies.delete(actor, path);
  });
});
