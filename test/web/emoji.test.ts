// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { EMOJI } from '#model/emoji.ts';
import { isReactionEmoji } from '#model/reaction.ts';
import { called, find, USUAL } from '../../web/emoji/find.ts';
import { JAPANESE } from '../../web/emoji/japanese.ts';

const all = new Set(EMOJI.map(({ emoji }) => emoji));

it.each([...all])('%s can be reacted with', (emoji) => expect(isReactionEmoji(emoji)).toBe(true));

it('knows Japanese names of emoji that it has, and of most of them', () => {
  expect([...JAPANESE.keys()].filter((emoji) => !all.has(emoji))).toEqual([]);
  expect([...JAPANESE.values()].every((names) => names.length > 0 && names.every(Boolean))).toBe(true);
  expect(JAPANESE.size).toBeGreaterThan(0.7 * all.size);
});

describe('an emoji', () => {
  it.each([
    ['thumbs', '👍'],
    ['+1', '👍'],
    [':tada:', '🎉'],
    ['white_check', '✅'],
    ['white check', '✅'],
    ['いいね', '👍'],
    ['イイネ', '👍'],
    ['おめでとう', '🎉'],
    ['クラッカー', '🎉'],
    ['くらっかー', '🎉'],
    ['ＴＡＤＡ', '🎉'],
    ['🎉', '🎉'],
  ])('is found by %s: %s', (query, emoji) => expect(find(query)).toContain(emoji));
  it('whose name begins with what is asked for comes first', () => {
    expect(find('cat')[0]).toBe('🐱');
    expect(find('heart')[0]).toMatch(/😍|❤️/);
    expect(find('key')).toContain('🔑');
  });
  it('is not found by what is no name', () => expect(find('zzzzz')).toEqual([]));
  it.each(['', '  ', ':'])('is every one, each once and the usual first, for %j', (query) => {
    expect(find(query).slice(0, USUAL.length)).toEqual(USUAL);
    expect(new Set(find(query))).toEqual(all);
    expect(find(query)).toHaveLength(all.size);
  });
  it.each([
    ['🎉', 'en', 'tada'],
    ['🎉', 'ja', 'クラッカー'],
    ['💃', 'ja', '踊る'],
    ['🤹', 'en', '🤹'],
    [':party_parrot:', 'ja', ':party_parrot:'],
  ] as const)('%s is called in %s %s', (emoji, locale, name) => expect(called(emoji, locale)).toBe(name));
});
