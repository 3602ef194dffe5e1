import { attend, type Delimiter } from './attention.ts';
import { hrefOf } from './link.ts';
import { joined, MARKS, type Run } from './rich-text.ts';

/** A piece of a paragraph: words, code, an address; or a row of signs that may turn out to be words. */
export type Node = { readonly text: string; readonly code?: boolean; readonly href?: string };

type Link = { readonly from: number; readonly to: number; readonly href: string };
type Bracket = { readonly node: number; readonly row: number; readonly isImage: boolean };

/** The pieces of a paragraph as they are read, and how they make runs in the end. */
export class Nodes {
  readonly #nodes: Node[] = [];
  readonly #rows: Delimiter[] = [];
  readonly #brackets: Bracket[] = [];
  /** How many of the brackets enclose a link already: there is no link within a link. */
  #enclosing = 0;
  #links: Link[] = [];
  /** For each mark, how many more are open from a node on. */
  readonly #changes = new Map(MARKS.map((mark) => [mark as number, new Map<number, number>()]));

  add(node: Node): void {
    this.#nodes.push(node);
  }

  addRow(sign: string, size: number, can: Pick<Delimiter, 'opens' | 'closes'>): void {
    this.#rows.push({ node: this.#nodes.length, sign, size, ...can });
    this.#nodes.push({ text: '' });
  }

  openBracket(text: string): void {
    const isImage = text.startsWith('!');
    this.#brackets.push({ node: this.#nodes.length, row: this.#rows.length, isImage });
    this.#nodes.push({ text });
  }

  hasBracket(): boolean {
    return this.#brackets.length > 0;
  }

  /** Whether a bracket is open that could be a link's. One that is none is words from here on. */
  isBracketOpen(): boolean {
    const bracket = this.#brackets.at(-1);
    if (!bracket) return false;
    const isOpen = bracket.isImage || this.#brackets.length > this.#enclosing;
    if (!isOpen) this.#drop();
    return isOpen;
  }

  /** The last bracket is words, and so is what closes it. */
  dropBracket(text = ''): void {
    this.add({ text });
    this.#drop();
  }

  #drop(): void {
    this.#brackets.pop();
    this.#enclosing = Math.min(this.#enclosing, this.#brackets.length);
  }

  /** Makes a link of what came since the last bracket; an address that is not followed is shown after it. */
  closeBracket(address: string): void {
    const bracket = this.#brackets.at(-1);
    if (!bracket) return;
    this.#drop();
    const { node, row, isImage } = bracket;
    this.#nodes[node] = { text: '' };
    this.#settle(this.#rows.splice(row));
    while ((this.#links.at(-1)?.from ?? -1) >= node) this.#links.pop();
    const href = hrefOf(address);
    if (href !== undefined) this.#links.push({ from: node, to: this.#nodes.length, href });
    else if (address.trim() !== '') this.add({ text: ` (${address})` });
    if (!isImage) this.#enclosing = this.#brackets.length;
  }

  runs(): Run[] {
    this.#settle(this.#rows.splice(0));
    const marks = this.#marks();
    const out: Run[] = [];
    let at = 0;
    for (const { from, to, href } of [...this.#links, { from: this.#nodes.length, to: 0, href: '' }]) {
      for (; at < from; at += 1) out.push({ ...this.#node(at), marks: marks[at] ?? 0 });
      if (to > from) out.push(this.#linkOf(from, to, href, marks));
      at = Math.max(at, to);
    }
    return joined(out);
  }

  #node(at: number): Node {
    return this.#nodes[at] ?? { text: '' };
  }

  /** A label is words: it has those marks that all of it has. */
  #linkOf(from: number, to: number, href: string, marks: readonly number[]): Run {
    const said = this.#nodes.slice(from, to);
    const text = said.map((node) => node.text).join('');
    let all = ~0;
    for (const [i, node] of said.entries()) if (node.text !== '') all &= marks[from + i] ?? 0;
    return {
      text: text.trim() === '' ? href : text,
      href,
      marks: text.trim() === '' ? (marks[from] ?? 0) : all,
    };
  }

  /** Gives rows their marks, and to what is left of them their signs. */
  #settle(rows: readonly Delimiter[]): void {
    attend(rows, (mark, from, to) => {
      const changes = this.#changes.get(mark);
      changes?.set(from, (changes.get(from) ?? 0) + 1);
      changes?.set(to, (changes.get(to) ?? 0) - 1);
    });
    for (const { node, sign, size } of rows) this.#nodes[node] = { text: sign.repeat(size) };
  }

  #marks(): number[] {
    const open = new Map<number, number>();
    return this.#nodes.map((_, i) => {
      let set = 0;
      for (const [mark, changes] of this.#changes) {
        const count = (open.get(mark) ?? 0) + (changes.get(i) ?? 0);
        open.set(mark, count);
        if (count > 0) set |= mark;
      }
      return set;
    });
  }
}
