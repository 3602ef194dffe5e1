import { at, before, HAIR_SPACE, isLetter, isSpace, isWordLetter } from './characters.ts';
import { BOLD, ITALIC, STRIKE } from './rich-text.ts';
import type { Kind, Token } from './token.ts';

/** A token, or a sign that may open or close a mark. */
type Piece = Token & { readonly opens?: boolean; readonly closes?: boolean };

const marks: Readonly<Record<string, number>> = { '*': BOLD, _: ITALIC, '~': STRIKE };

/** Each may begin at one character only, and none reads past its line or over another's beginning. */
const whole: Readonly<Record<string, readonly [Kind, RegExp]>> = {
  '<': ['entity', /<[^<>\n]+>/y],
  '&': ['escape', /&(?:amp|lt|gt);/y],
  ':': ['emoji', /:[a-z0-9_+'-]{1,100}:(?::skin-tone-[2-6]:)?/y],
  '`': ['code', /`(?![\u200A\u200B`])[^`\n]+`(?!`)/y],
};

/** What a line of mrkdwn says, from where its signs end. */
export const inlineOf = (line: string, start: number): Token[] => {
  const pieces: Piece[] = [];
  let text = start;
  for (let i = start; i < line.length; ) {
    const piece = pieceAt(line, start, i);
    if (!piece) {
      i += 1;
      continue;
    }
    if (i > text) pieces.push({ kind: 'text', raw: line.slice(text, i) });
    pieces.push(piece);
    i += piece.raw.length;
    text = i;
  }
  if (line.length > text) pieces.push({ kind: 'text', raw: line.slice(text) });
  return paired(pieces);
};

const pieceAt = (line: string, start: number, i: number): Piece | undefined => {
  const sign = line[i] ?? '';
  const [kind, pattern] = whole[sign] ?? [];
  if (kind && pattern) {
    pattern.lastIndex = i;
    const raw = pattern.exec(line)?.[0] ?? '';
    if (raw === '' || (kind === 'code' && !stands(line, start, i, i + raw.length))) return undefined;
    return { kind, raw };
  }
  const mark = marks[sign];
  return mark === undefined ? undefined : signAt(line, start, i, mark);
};

/** Whether code is apart from words, as Slack wants it. */
const stands = (line: string, start: number, from: number, to: number): boolean =>
  line[from - 1] !== '`' &&
  !isWordLetter(from > start ? before(line, from) : '') &&
  !isWordLetter(at(line, to));

/**
 * A sign that is alone opens before what is no blank and closes after it, and no letter stands on its outer side. Of the
 * letters written without spaces, only those around `*` may: Slack writes bold so in the middle of Japanese, while `_`
 * there is mostly part of a name.
 */
const signAt = (line: string, start: number, i: number, mark: number): Piece | undefined => {
  const sign = line[i] ?? '';
  const left = i > start ? before(line, i) : '';
  const right = at(line, i + 1);
  if (left === sign || right === sign) return undefined;
  const isGlue = sign === '*' ? isWordLetter : isLetter;
  const opens = !isSpace(right) && right !== HAIR_SPACE && !isGlue(left);
  const closes = !isSpace(left) && left !== HAIR_SPACE && !isGlue(right);
  return opens || closes ? { kind: 'text', raw: sign, mark, opens, closes } : undefined;
};

/** Of the signs on a line, those that find each other: the nearest ones, around something to see, within each other. */
const paired = (pieces: readonly Piece[]): Token[] => {
  const out: Token[] = pieces.map(({ kind, raw }) => ({ kind, raw }));
  const opened = new Map<number, number>();
  let seen = -1;
  for (const [i, { mark = 0, raw, opens, closes }] of pieces.entries()) {
    const from = opened.get(mark);
    if (closes && from !== undefined && from < seen) {
      out[from] = { kind: 'open', raw, mark };
      out[i] = { kind: 'close', raw, mark };
      for (const [other, at] of opened) if (at >= from) opened.delete(other);
    } else if (opens) opened.set(mark, i);
    if (/[^\s\u200B]/.test(raw)) seen = i;
  }
  return out;
};
