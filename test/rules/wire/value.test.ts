import { describe, expect, it } from 'vitest';
import { ABSENT, SERVER_TIME } from '#model/effect.ts';
import { ago, ahead, double, hasTransform, increment, isTimely, plain, valueOf, valuesOf } from './value.ts';

const NOW = Date.parse('2026-01-01T00:01:00Z');

describe('a value', () => {
  it.each([
    ['nothing', null, { nullValue: null }],
    ['a truth', true, { booleanValue: true }],
    ['a text', 'x', { stringValue: 'x' }],
    ['a whole number', 7, { integerValue: '7' }],
    ['a fraction', 1.5, { doubleValue: 1.5 }],
    ['no number', Number.NaN, { doubleValue: 'NaN' }],
    ['a time', new Date('2026-01-01T00:00:00Z'), { timestampValue: '2026-01-01T00:00:00.000Z' }],
    ['a list', [1, 'x'], { arrayValue: { values: [{ integerValue: '1' }, { stringValue: 'x' }] } }],
    ['a map', { a: { b: 1 } }, mapOf({ a: mapOf({ b: { integerValue: '1' } }) })],
  ])('goes to Firestore and back: %s', (_, value, json) => {
    expect(valueOf(value, NOW)).toEqual(json);
    expect(plain(json)).toEqual(value);
  });

  it('can be a double though it is whole', () => {
    expect(valueOf(double(1), NOW)).toEqual({ doubleValue: 1 });
  });

  it('can be a time that is reckoned from the moment of asking', () => {
    expect(valueOf(ago(59.5), NOW)).toEqual({ timestampValue: '2026-01-01T00:00:00.500Z' });
    expect(valueOf(ahead(60), NOW)).toEqual({ timestampValue: '2026-01-01T00:02:00.000Z' });
  });

  it.each([undefined, Symbol('x'), () => 1, new Map(), [SERVER_TIME]])(
    'is refused where Firestore has none for it',
    (value) => expect(() => valueOf(value, NOW)).toThrow('Firestore has no value'),
  );
});

function mapOf(fields: object) {
  return { mapValue: { fields } } as { mapValue: { fields: Record<string, never> } };
}

describe('fields', () => {
  it('leave out what the server works out and what is absent', () => {
    expect(valuesOf({ a: 1, b: SERVER_TIME, c: ABSENT, d: increment(1) }, NOW)).toEqual({
      a: { integerValue: '1' },
    });
  });

  it('tell whether they hold a time to be reckoned, however deep', () => {
    expect(isTimely({ a: [{ b: ago(1) }] })).toBe(true);
    expect(isTimely({ a: [{ b: new Date(), c: SERVER_TIME }] })).toBe(false);
  });

  it('tell whether the server works something out', () => {
    expect(hasTransform({ a: { b: SERVER_TIME } })).toBe(true);
    expect(hasTransform({ a: { b: increment(2) } })).toBe(true);
    expect(hasTransform({ a: { b: ago(1) } })).toBe(false);
  });
});
