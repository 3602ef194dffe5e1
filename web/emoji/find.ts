import { EMOJI } from '#model/emoji.ts';
import type { Locale } from '../i18n/words.ts';
import { JAPANESE } from './japanese.ts';

/** An emoji that can be picked, and the names it is found by: English ones first. */
type Known = { readonly emoji: string; readonly names: readonly string[] };

const namesOf = new Map<string, string[]>();
for (const { name, emoji } of EMOJI)
  namesOf.set(emoji, [...(namesOf.get(emoji) ?? []), name.replaceAll('_', ' ')]);
const known: readonly Known[] = [...namesOf].map(([emoji, english]) => ({
  emoji,
  names: [...english, ...(JAPANESE.get(emoji) ?? [])],
}));

/** What people react with most, in the order of the picker. */
export const USUAL = ['👍', '❤️', '😄', '🎉', '🙏', '🙇', '👀', '✅'] as const;

/** Letters of any width and case, katakana as hiragana: typed either way, it is the same word. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/[\u30A1-\u30F6]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));

const begins = ({ names }: Known, wanted: string): boolean =>
  names.some((name) => folded(name).startsWith(wanted));

/** The emoji whose name has this in it, in English or Japanese, those that begin with it first; all, for nothing. */
export const find = (query: string): string[] => {
  const wanted = folded(query.trim().replaceAll(':', ''));
  if (wanted === '') {
    const usual = new Set<string>(USUAL);
    return [...USUAL, ...known.map(({ emoji }) => emoji).filter((emoji) => !usual.has(emoji))];
  }
  const found = known.filter(
    ({ emoji, names }) => emoji === query.trim() || names.some((name) => folded(name).includes(wanted)),
  );
  return found
    .toSorted((a, b) => Number(begins(b, wanted)) - Number(begins(a, wanted)))
    .map(({ emoji }) => emoji);
};

/** What an emoji is called in a language; one that only Slack has a picture of, by its name there. */
export const called = (emoji: string, locale: Locale): string =>
  (locale === 'ja' ? JAPANESE.get(emoji)?.[0] : undefined) ?? namesOf.get(emoji)?.[0] ?? emoji;
