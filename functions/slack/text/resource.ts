/** Characters of an address before it is decoded. Here and in the patterns below, a bound for who looks for its end. */
const ADDRESS_MAX = 4_000;
/** Brackets within an address. https://spec.commonmark.org/0.31.2/#link-destination leaves the number open. */
const DEPTH_MAX = 32;

const blanks = /[ \t]*\n?[ \t]*/y;
const enclosed = /<(?:[^<>\n\\]|\\.){0,4000}>/y;
const title = /"(?:[^"\\]|\\[^]){0,1000}"|'(?:[^'\\]|\\[^]){0,1000}'|\((?:[^()\\]|\\[^]){0,1000}\)/y;

const take = (pattern: RegExp, text: string, from: number): string | undefined => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
};

/** What follows a link's label: `(address)` or `(address "title")`, from its bracket on. The address is as written. */
export const resourceAt = (text: string, from: number): { address: string; end: number } | undefined => {
  if (text[from] !== '(') return undefined;
  let at = from + 1 + (take(blanks, text, from + 1) ?? '').length;
  const between = take(enclosed, text, at);
  const address = between === undefined ? bare(text, at) : between.slice(1, -1);
  at += between?.length ?? address.length;
  const gap = (take(blanks, text, at) ?? '').length;
  const said = gap > 0 ? (take(title, text, at + gap) ?? '') : '';
  at += gap + said.length;
  if (said !== '') at += (take(blanks, text, at) ?? '').length;
  return text[at] === ')' ? { address, end: at + 1 } : undefined;
};

/** An address without angle brackets: no blank, and its round brackets in pairs. */
const bare = (text: string, from: number): string => {
  if (text[from] === '<') return '';
  let depth = 0;
  let at = from;
  for (; at < text.length && at - from <= ADDRESS_MAX; at += 1) {
    const character = text[at] ?? '';
    if (/[\s\p{Cc}]/u.test(character)) break;
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0 || depth > DEPTH_MAX) break;
  }
  return depth > 0 ? '' : text.slice(from, at);
};
