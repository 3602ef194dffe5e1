import type { Node } from './nodes.ts';

/** Those names of HTML that people type; others stay as they are. Numbers are all understood. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rarr: '→',
  larr: '←',
  times: '×',
  yen: '¥',
};

const pattern = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]{0,31}));/y;

const point = (value: number): string =>
  value === 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)
    ? '\uFFFD'
    : String.fromCodePoint(value);

/** A character reference that stands here. https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references */
export const referenceAt = (text: string, from: number): { end: number; node: Node } | undefined => {
  pattern.lastIndex = from;
  const [raw = '', decimal, hex, name = ''] = pattern.exec(text) ?? [];
  if (raw === '') return undefined;
  const number = decimal === undefined ? hex && Number.parseInt(hex, 16) : Number(decimal);
  const said = typeof number === 'number' ? point(number) : named[name];
  return said === undefined ? undefined : { end: from + raw.length, node: { text: said } };
};

/** Whether a reader of markdown would take this `&` for the beginning of a reference, known to us or not. */
export const looksLikeReference = (text: string, from: number): boolean => {
  pattern.lastIndex = from;
  return pattern.test(text);
};

/** An address as written in markdown, without its escapes. */
export const resolved = (written: string): string =>
  written
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#?[\dA-Za-z]{1,32};/g, (raw) => referenceAt(raw, 0)?.node.text ?? raw);
