/** A piece of a text: words, or a link to follow. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** An address, up to a space, a quotation mark, an angle bracket or Japanese punctuation. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`「」『』（）【】、。！？，．]+/giu;

/** What closes a sentence around an address rather than the address. */
const AFTER = /[.,:;!?'"*_~]+$/;

const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

const count = (text: string, letter: string): number => text.split(letter).length - 1;

/** An address without the punctuation of its sentence; a closing bracket stays where it was opened inside. */
const trimmed = (address: string): string => {
  const bare = address.replace(AFTER, '');
  for (const [open, close] of BRACKETS) {
    if (bare.endsWith(close) && count(bare, close) > count(bare, open)) return trimmed(bare.slice(0, -1));
  }
  return bare;
};

/** Only what a browser reads as http or https, and without a user name that would disguise the host. */
const safe = (address: string): string | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.username === '' && url.password === '' ? url.href : undefined;
};

/** Splits a text into words and links; put together again, the pieces are the text. */
export const pieces = (text: string): Piece[] => {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = safe(address);
    if (!href) continue;
    if (match.index > end) found.push({ kind: 'words', text: text.slice(end, match.index) });
    found.push({ kind: 'link', text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) found.push({ kind: 'words', text: text.slice(end) });
  return found;
};
