import { expect, it } from 'vitest';
import { firstRoom, roomEntries } from '../../web/data/room-list.ts';

const room = (name: string) => ({
  name,
  visibility: 'open',
  reply: 'always',
  guests: true,
  owners: ['alice'],
  created: new Date(0),
  changed: new Date(0),
});

it('sorts rooms by name, with what one is in them', () => {
  const found = new Map([
    ['b', room('Beta')],
    ['a', room('Alpha')],
  ]);
  const { entries } = roomEntries(found, new Map([['b', 'reader']]));
  expect(entries.map(({ id, role }) => [id, role])).toEqual([
    ['a', undefined],
    ['b', 'reader'],
  ]);
});

it('sorts the numbers in their names as numbers', () => {
  const found = new Map(['Desk 10', 'Desk 9'].map((name) => [name, room(name)]));
  expect(roomEntries(found, new Map()).entries.map(({ id }) => id)).toEqual(['Desk 9', 'Desk 10']);
});

it('counts what is no room', () => {
  const found = new Map<string, unknown>([
    ['a', room('Alpha')],
    ['b', { name: 'no room' }],
  ]);
  expect(roomEntries(found, new Map())).toMatchObject({ unreadable: 1, entries: [{ id: 'a' }] });
});

it.each([
  ['the room one was in last', ['a', 'b'], ['a', 'b'], 'b', 'b'],
  ['the first of one’s rooms, when the last is gone', ['a', 'b'], ['b'], 'c', 'b'],
  ['the only room there is', ['a'], [], undefined, 'a'],
  ['none, where there is a choice', ['a', 'b'], [], undefined, undefined],
  ['none, where there is none', [], [], 'a', undefined],
])('leads to %s', (_, ids, mine, last, room1) => {
  const found = new Map(ids.map((id) => [id, room(id)]));
  const { entries } = roomEntries(found, new Map(mine.map((id) => [id, 'member'])));
  expect(firstRoom(entries, last)).toBe(room1);
});
