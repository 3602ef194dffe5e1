// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { authErrorKey } from '../../web/data/auth-error.ts';
import { en } from '../../web/i18n/en.ts';
import { ja } from '../../web/i18n/ja.ts';
import { preferred } from '../../web/i18n/words.ts';

/** Names and keys that Japanese writes in Latin letters. */
const LATIN = /@tsunagi|@channel|@here|Esc|ID|Tsunagi|Slack|Google|Shift|Enter|X1|42/g;

/** Every text of a catalogue by its place; those with arguments are called. */
const texts = (catalogue: object, place = ''): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${place}${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') return [[here, String(Reflect.apply(value, undefined, ['X1', 42]))]];
    return typeof value === 'object' && value ? texts(value, `${here}.`) : [];
  });

const keys = (catalogue: object) => texts(catalogue).map(([key]) => key);

it('has the same keys in both languages', () => {
  expect(keys(ja)).toEqual(keys(en));
});

it.each(texts(ja))('says %s in Japanese', (_, text) => {
  expect(text.replaceAll(LATIN, '')).not.toMatch(/[A-Za-z]/);
  expect(text.trim()).not.toBe('');
});

it.each(texts(en))('says %s in English', (_, text) => {
  expect(text).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
  expect(text.trim()).not.toBe('');
});

it('counts one and many in English', () => {
  expect(en.room.fresh(1)).toBe('1 new message');
  expect(en.room.fresh(2)).toBe('2 new messages');
});

it.each([
  [['ja-JP', 'en'], 'ja'],
  [['fr', 'en-GB', 'ja'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('prefers, of %j, %s', (languages, locale) => {
  expect(preferred(languages)).toBe(locale);
});

const coded = (code: string) => Object.assign(new Error(code), { code });

it('has a sentence for the errors of signing in, and one for those nobody knows', () => {
  expect(authErrorKey(coded('auth/wrong-password'))).toBe('wrongPassword');
  expect(authErrorKey(coded('auth/network-request-failed'))).toBe('network');
  expect(authErrorKey(coded('auth/popup-closed-by-user'))).toBe('popupClosed');
  expect(authErrorKey(coded('auth/never-heard-of'))).toBe('unknown');
  expect(authErrorKey('a string')).toBe('unknown');
});
