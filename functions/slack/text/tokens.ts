import { inlineOf } from './inline-tokens.ts';
import type { Kind, Token } from './token.ts';

const FENCE = '```';

const quoteRest = /(?:&gt;|>){3} ?/y;
const quote = /(?:&gt;|>) ?/y;
const bullet = / *(?:[•◦▪‣]\uFE0E?|-) +(?=[\s\u200B]*[^\s\u200B])/y;
const guard = /\u200B/y;

const matched = (pattern: RegExp, text: string, from: number): string => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? '';
};

/** Whether words would be taken for a quote or an item if a line began with them. */
export const looksLikeStart = (line: string): boolean =>
  matched(quote, line, 0) !== '' || matched(bullet, line, 0) !== '';

/** The pieces of a text. Blocks of code come first: nothing else is anything in them. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  let isRest = false;
  let from = 0;
  while (from < text.length) {
    const [start, end] = fenced(text, from);
    for (const [nth, line] of text.slice(from, start).split('\n').entries()) {
      if (nth > 0) tokens.push({ kind: 'newline', raw: '\n' });
      const signs: Token[] = from === 0 || nth > 0 ? startOf(line, isRest) : [];
      isRest ||= signs[0]?.kind === 'quoteRest';
      const begun = signs.reduce((size, { raw }) => size + raw.length, 0);
      for (const token of signs) tokens.push(token);
      for (const token of inlineOf(line, begun)) tokens.push(token);
    }
    if (end > start) tokens.push({ kind: 'block', raw: text.slice(start, end) });
    from = end;
  }
  return tokens;
};

/** Where the next block of code begins and ends; the end of the text twice where there is none. */
const fenced = (text: string, from: number): [number, number] => {
  for (let start = text.indexOf(FENCE, from); start >= 0; start = text.indexOf(FENCE, start + 1)) {
    const end = text.indexOf(FENCE, start + FENCE.length);
    if (end < 0) break;
    if (text.slice(start + FENCE.length, end).trim() !== '') return [start, end + FENCE.length];
  }
  return [text.length, text.length];
};

/** The signs that a line begins with. Within a quote that has no end, a quote sign is none. */
const startOf = (line: string, isRest: boolean): Token[] => {
  const tokens: Token[] = [];
  let from = 0;
  const take = (kind: Kind, pattern: RegExp): boolean => {
    const raw = matched(pattern, line, from);
    if (raw !== '') tokens.push({ kind, raw });
    from += raw.length;
    return raw !== '';
  };
  if (take('guard', guard)) return tokens;
  if (!isRest && !take('quoteRest', quoteRest)) take('quote', quote);
  if (take('guard', guard)) return tokens;
  if (take('bullet', bullet)) take('guard', guard);
  return tokens;
};
