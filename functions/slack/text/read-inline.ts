import { flanking } from './attention.ts';
import { bareLinkAt } from './bare-link.ts';
import { at, before, isAsciiPunctuation } from './characters.ts';
import { hrefOf } from './link.ts';
import { type Node, Nodes } from './nodes.ts';
import { referenceAt, resolved } from './reference.ts';
import { resourceAt } from './resource.ts';
import type { Run } from './rich-text.ts';
import { ticksIn } from './ticks.ts';

const address = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>\p{Cc}]*)>/iuy;
/** Narrower than CommonMark's: `<!subteam^S1|@desk>` is no address to anybody. */
const mail = /<([\w.+-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?)>/iy;
const row = /\*+|_+|~+/y;

/** What begins at a place: where it ends, and what it adds. */
type Found =
  | { readonly end: number; readonly node: Node }
  | { readonly end: number; readonly act: () => void };

/** Reads what stands within one block of markdown. Line ends stay in the runs' text: every one of them is seen. */
export const readInline = (text: string): Run[] => {
  const nodes = new Nodes();
  const find = finder(text, nodes);
  let words = 0;
  let from = 0;
  while (from < text.length) {
    const found = find(from);
    if (!found) {
      from += 1;
      continue;
    }
    if (from > words) nodes.add({ text: text.slice(words, from) });
    if ('node' in found) nodes.add(found.node);
    else found.act();
    from = found.end;
    words = from;
  }
  nodes.add({ text: text.slice(words) });
  return nodes.runs();
};

/** Looks what begins at an index; nothing where it is words. */
const finder = (text: string, nodes: Nodes): ((from: number) => Found | undefined) => {
  const ticksAt = ticksIn(text);
  return (from) => {
    switch (text[from]) {
      case '\\':
        return escapeAt(text, from);
      case '`':
        return ticksAt(from);
      case '&':
        return referenceAt(text, from);
      case '<':
        return enclosedAt(text, from);
      case '!':
        return text[from + 1] === '[' ? { end: from + 2, act: () => nodes.openBracket('![') } : undefined;
      case '[':
        return { end: from + 1, act: () => nodes.openBracket('[') };
      case ']':
        return closeAt(text, from, nodes);
      case '*':
      case '_':
      case '~':
        return rowAt(text, from, nodes);
      default:
        // An address within brackets may be a label.
        return nodes.hasBracket() ? undefined : bareLinkAt(text, from);
    }
  };
};

const escapeAt = (text: string, from: number): Found | undefined => {
  const next = text[from + 1] ?? '';
  return next === '\n' || isAsciiPunctuation(next) ? { end: from + 2, node: { text: next } } : undefined;
};

/** `<https://…>` and `<name@host>`. What leads elsewhere is shown, and not followed. */
const enclosedAt = (text: string, from: number): Found | undefined => {
  for (const pattern of [address, mail]) {
    pattern.lastIndex = from;
    const [raw, inside = ''] = pattern.exec(text) ?? [];
    if (raw === undefined) continue;
    const href = hrefOf(pattern === mail ? `mailto:${inside}` : inside);
    return { end: from + raw.length, node: { text: inside, ...(href !== undefined && { href }) } };
  }
  return undefined;
};

const closeAt = (text: string, from: number, nodes: Nodes): Found | undefined => {
  if (!nodes.isBracketOpen()) return undefined;
  const resource = resourceAt(text, from + 1);
  if (!resource) return { end: from + 1, act: () => nodes.dropBracket(']') };
  const address = resolved(resource.address);
  return { end: resource.end, act: () => nodes.closeBracket(address) };
};

const rowAt = (text: string, from: number, nodes: Nodes): Found => {
  row.lastIndex = from;
  const size = row.exec(text)?.[0].length ?? 1;
  const sign = text[from] ?? '';
  const end = from + size;
  if (sign === '~' && size > 2) return { end, node: { text: sign.repeat(size) } };
  return { end, act: () => nodes.addRow(sign, size, flanking(sign, before(text, from), at(text, end))) };
};
