import { expect, it } from 'vitest';
import { GROUP_SPAN, rows } from '../../web/data/grouping.ts';
import { said, unreadable } from './lines.ts';

const noon = new Date(2026, 3, 1, 12, 0);
const after = (milliseconds: number) => new Date(noon.getTime() + milliseconds);
const heads = (lines: Parameters<typeof rows>[0]) =>
  rows(lines).flatMap((row) => (row.kind === 'line' ? [row.head] : []));

it('begins with the day', () => {
  expect(rows([said('a', { at: noon })])[0]).toMatchObject({ kind: 'day', at: noon });
});

it('draws one line for each day of the reader', () => {
  const days = rows([
    said('a', { at: new Date(2026, 3, 1, 23, 59) }),
    said('b', { at: new Date(2026, 3, 2, 0, 1) }),
    said('c', { at: new Date(2026, 3, 2, 9, 0) }),
  ]).filter(({ kind }) => kind === 'day');
  expect(days).toHaveLength(2);
});

it('puts one author within five minutes under one name', () => {
  expect(heads([said('a', { at: noon }), said('b', { at: after(GROUP_SPAN) })])).toEqual([true, false]);
});

it('begins a group after five minutes', () => {
  expect(heads([said('a', { at: noon }), said('b', { at: after(GROUP_SPAN + 1) })])).toEqual([true, true]);
});

it('counts the five minutes from the beginning of the group', () => {
  const lines = [0, 0.6, 1.2].map((part, nth) => said(`m${nth}`, { at: after(part * GROUP_SPAN) }));
  expect(heads(lines)).toEqual([true, false, true]);
});

it('begins a group with another author, and with one of the same id elsewhere', () => {
  const lines = [
    said('a', { at: noon, author: { kind: 'person', id: 'x' } }),
    said('b', { at: noon, author: { kind: 'slack', id: 'x' } }),
    said('c', { at: noon, author: { kind: 'slack', id: 'y' } }),
  ];
  expect(heads(lines)).toEqual([true, true, true]);
});

it('begins a group with a new day', () => {
  const late = new Date(2026, 3, 1, 23, 59);
  const early = new Date(2026, 3, 2, 0, 1);
  expect(heads([said('a', { at: late }), said('b', { at: early })])).toEqual([true, true]);
});

it('keeps the place of what cannot be shown', () => {
  expect(
    rows([said('a', { at: noon }), unreadable('b'), said('c', { at: noon })]).map(({ key }) => key),
  ).toEqual([expect.stringContaining('day-'), 'a', 'b', 'c']);
});
