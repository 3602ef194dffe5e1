import { at, before, isAsciiPunctuation, isLetter, isSpace } from './characters.ts';
import { looksLikeReference } from './reference.ts';
import { BOLD, ITALIC, isPlain, type Run, STRIKE } from './rich-text.ts';

/** What could be taken for markup, wherever it stands: rows of signs, and single characters. */
const suspects = /\\|\*+|_+|~+|`+|[[\]!<&:.@]/g;
const rows = /\*+|_+|~+|`+/g;

/** What follows the name of a mailbox, in words and between angle brackets. */
const mail = /^@[\w-]{0,64}(?:\.[\w-]{1,64}){0,8}\.[\w-]{0,63}[a-z]/i;
const enclosedMail = /^<[^\s<>@]{1,64}@/;

/** Where words stand: what is before and after them in the same line, '' at its edges. */
export type Place = { readonly left: string; readonly right: string };

/** Whether a row of signs between two characters can be anything but itself. */
const acts = (row: string, left: string, right: string): boolean => {
  if (row.startsWith('`')) return true;
  if (isSpace(left) && isSpace(right)) return false;
  return !(row.startsWith('_') && isLetter(left) && isLetter(right));
};

/** Every sign, as within the brackets of a label. */
export const EVERY_SIGN: ReadonlySet<string> = new Set('*_~`]');

/**
 * The signs that could find a partner among lines that belong together. One that is alone is no markup, and people
 * should not read backslashes for nothing. A bracket is one too: within it, addresses without signs are words.
 */
export const activeIn = (runs: readonly Run[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  const count = (sign: string, by: number) => counts.set(sign, (counts.get(sign) ?? 0) + by);
  for (const run of runs) {
    const { text } = run;
    if (run.code) count('`', 2);
    if (run.marks & (BOLD | ITALIC)) count('*', 2);
    if (run.marks & STRIKE) count('~', 2);
    if (!isPlain(run)) continue;
    if (text.includes('[')) count('[', 2);
    for (const { 0: row, index } of text.matchAll(rows)) {
      const [left, right] = [before(text, index) || '.', at(text, index + row.length) || '.'];
      if (acts(row, left, right)) count(row[0] ?? '', 1);
    }
  }
  return new Set([...counts].filter(([, number]) => number > 1).map(([sign]) => sign));
};

/** Words as markdown that reads as these words. `active` are the signs that could be markup here. */
export const literal = (text: string, active: ReadonlySet<string>, { left, right }: Place): string =>
  text.replace(suspects, (match, index: number) => {
    const end = index + match.length;
    const l = index === 0 ? left : before(text, index);
    const r = end === text.length ? right : at(text, end);
    const sign = match[0] ?? '';
    const isMarkup = '*_~`'.includes(sign)
      ? active.has(sign) && acts(match, l, r)
      : isSuspect(match, text, index, r, active.has(']'));
    return isMarkup ? match.replace(/[^]/g, '\\$&') : match;
  });

const isSuspect = (
  character: string,
  text: string,
  index: number,
  right: string,
  isLabel: boolean,
): boolean => {
  switch (character) {
    case '\\':
      return right === '' || isAsciiPunctuation(right);
    case '[':
      return isLabel;
    case ']':
      return isLabel || right === '(' || right === ':';
    case '!':
      return index === text.length - 1 && right === '[';
    case '<':
      return /^[a-z/!?]/i.test(right) || enclosedMail.test(text.slice(index, index + 66));
    case '&':
      return looksLikeReference(text, index);
    case ':':
      return /https?$/i.test(text.slice(Math.max(0, index - 5), index)) && text.startsWith('//', index + 1);
    case '.':
      return /(?:^|[^a-z0-9])www$/i.test(text.slice(Math.max(0, index - 4), index)) && !isSpace(right);
    case '@':
      return (
        /[\w.+-]$/.test(text.slice(Math.max(0, index - 1), index)) &&
        mail.test(text.slice(index, index + 600))
      );
    default:
      return false;
  }
};
