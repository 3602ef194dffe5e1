/** What characters are to Slack and to markdown. All take one character; '' stands for the edge of a line. */

/** Invisible, and no letter: Slack takes a mark beside it for a mark. People insert it by hand, too. */
export const ZERO_WIDTH_SPACE = '\u200B';

/** A blank one hardly sees: Slack takes a sign beside it for itself. */
export const HAIR_SPACE = '\u200A';

const cjk =
  /[\u1100-\u11FF\u20A9\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7FB\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFFEE\u{16FE0}-\u{18CFF}\u{1AFF0}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;
const punctuation = /[\p{P}\p{S}]/u;
const letter = /[\p{L}\p{M}\p{N}]/u;

/** Chinese, Japanese or Korean, punctuation included: written without spaces between words. */
export const isCjk = (character: string): boolean => cjk.test(character);

export const isSpace = (character: string): boolean => character === '' || /^\s/.test(character);

/** Punctuation or a symbol, as CommonMark counts them. https://spec.commonmark.org/0.31.2/#unicode-punctuation-character */
export const isPunctuation = (character: string): boolean => punctuation.test(character);

export const isAsciiPunctuation = (character: string): boolean => /^[!-/:-@[-`{-~]/.test(character);

/** A letter or a digit of any script. */
export const isLetter = (character: string): boolean => letter.test(character);

/** A letter or a digit of a script that puts spaces between words. */
export const isWordLetter = (character: string): boolean => isLetter(character) && !isCjk(character);

/** The whole character before an index. */
export const before = (text: string, index: number): string => {
  const low = text[index - 1] ?? '';
  return /[\uDC00-\uDFFF]/.test(low) && index > 1 ? text.slice(index - 2, index) : low;
};

/** The whole character at an index. */
export const at = (text: string, index: number): string => {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
};

/** A text without such characters at its end. Step by step: a pattern would look from each of them on. */
export const withoutEnd = (text: string, ending: RegExp): string => {
  let end = text.length;
  while (end > 0 && ending.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
};

/** A text without blanks and blank lines at its end. */
export const withoutBlanks = (text: string): string => withoutEnd(text, /[ \t\n]/);

/** A name in one line, of what can be seen: no controls, nothing without a width, and nothing that turns what stands beside it around. */
export const plainName = (name: string): string =>
  name
    .replace(/\s/g, ' ')
    .replace(/[\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/ +/g, ' ')
    .trim();

/** A text that every store and every wire can carry: one kind of line end, no half characters, no NUL. */
export const cleaned = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
