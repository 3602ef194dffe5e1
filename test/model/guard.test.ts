import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { guard, length, text, words } from '#model/guard.ts';
import { asReaction } from '#model/reaction.ts';
import { asRoom } from '#model/room.ts';

const SECRET = 'what nobody may read';
const by = { kind: 'person', id: 'alice' };

describe('a guard', () => {
  it('names a value of the right shape', () => {
    const asName = guard('name', words(5));
    expect(asName('Alice')).toEqual({ ok: true, value: 'Alice' });
  });

  it.each([
    ['a type', guard('name', v.string())(7), 'name should be string'],
    ['a place within it', asRoom({ name: 7 }), 'room.name should be string'],
    ['a length', guard('name', text(5))(SECRET), 'name should be at most 5 characters'],
    ['a sight', guard('name', words(5))('  '), 'name should be not empty'],
    ['a bound', guard('count', v.pipe(v.number(), v.minValue(3)))(2), 'count should be >=3'],
    ['words of its own', asReaction({ by, emoji: SECRET }), 'reaction.emoji should be an emoji'],
  ])('says what it wants and never what it got: %s', (_, seen, wrong) => {
    expect(seen).toEqual({ ok: false, wrong });
  });

  it('does not quote a value where its schema has no words at all', () => {
    const mute = v.pipe(
      v.string(),
      v.check((value) => value === ''),
    );
    expect(JSON.stringify(guard('text', mute)(SECRET))).not.toContain(SECRET);
  });
});

it('a text is as long as the rules count it: in code points', () => {
  expect(length('繋ぎ🎉')).toBe(3);
});
