import { expect, it } from 'vitest';
import { absorb, isOvertaken } from '../../web/data/window.ts';

const doc = (id: string, hasPendingWrites = false) => ({ id, metadata: { hasPendingWrites } });
const kept = (...docs: ReturnType<typeof doc>[]) => new Map(docs.map((one) => [one.id, one]));
const ids = (map: Map<string, unknown>) => [...map.keys()];

it('keeps what left the newest page because something newer came', () => {
  const now = absorb(kept(doc('a'), doc('b')), { docs: [doc('b'), doc('c')], before: new Set(['a', 'b']) });
  expect(ids(now)).toEqual(['a', 'b', 'c']);
});

it('drops a write that was refused', () => {
  const now = absorb(kept(doc('a'), doc('b', true)), { docs: [doc('a')], before: new Set(['a', 'b']) });
  expect(ids(now)).toEqual(['a']);
});

it('takes the later snapshot of what it has', () => {
  const now = absorb(kept(doc('a', true)), { docs: [doc('a')], before: new Set(['a']) });
  expect(now.get('a')?.metadata.hasPendingWrites).toBe(false);
});

it.each([
  ['a full page without anything of before', [doc('x')], ['a'], true, true],
  ['a page that still has something of before', [doc('a'), doc('x')], ['a'], true, false],
  ['a page that is not full', [doc('x')], ['a'], false, false],
  ['the first page', [doc('x')], [], true, false],
])('knows a gap: %s', (_, docs, before, full, overtaken) => {
  expect(isOvertaken({ docs, before: new Set(before) }, full)).toBe(overtaken);
});
