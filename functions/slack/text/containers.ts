import { type ItemStart, indentOf, isBlank, isRule, itemIn, quoteIn } from './line-starts.ts';

/** Quotes and lists within each other; what is deeper is words. */
const DEPTH_MAX = 20;

/** Blanks that make code of a line, so that nothing else can begin there. */
export const CODE_INDENT = 4;

type Container = { readonly kind: 'quote' } | (ItemStart & { readonly kind: 'item'; isNew: boolean });

/** Where a line of words stands. */
export type Place = {
  readonly quote: boolean;
  /** How many items it is in. */
  readonly depth: number;
  /** The innermost item, if the line is the first that is said in it. */
  readonly begins?: ItemStart;
};

/** The quotes and items that are open, the innermost last, and the lists that an item would go on. */
export class Containers {
  #open: Container[] = [];
  /** For each depth, the sign of the list there and its next number. */
  readonly #lists: { sign: string; next: number }[] = [];

  get depth(): number {
    return this.#open.length;
  }

  /** How many of them a line belongs to, and the line without their signs. */
  match(line: string): [number, string] {
    let rest = line;
    let matched = 0;
    for (const container of this.#open) {
      const width = container.kind === 'quote' ? quoteIn(rest) : widthIn(rest, container.width);
      if (width === undefined) break;
      rest = rest.slice(width);
      matched += 1;
    }
    return [matched, rest];
  }

  /** Opens the quote or the item that a line begins with, and returns what is inside. */
  enter(rest: string): string | undefined {
    if (indentOf(rest) >= CODE_INDENT || this.depth >= DEPTH_MAX || isRule(rest)) return undefined;
    const width = quoteIn(rest);
    const item = itemIn(rest);
    if (width !== undefined) {
      this.endLists();
      this.#open.push({ kind: 'quote' });
      return rest.slice(width);
    }
    if (!item) return undefined;
    const list = this.#lists[this.depth];
    const number = item.number === undefined || list?.sign !== item.sign ? item.number : list.next;
    this.#lists.length = this.depth;
    this.#lists.push({ sign: item.sign, next: (number ?? 0) + 1 });
    this.#open.push({ ...item, kind: 'item', isNew: true, ...(number !== undefined && { number }) });
    return rest.slice(item.width);
  }

  close(depth: number): void {
    this.#open.length = depth;
  }

  /** Something else than an item stands here: the next item begins a new list. */
  endLists(): void {
    this.#lists.length = Math.min(this.#lists.length, this.depth);
  }

  isQuote(): boolean {
    return this.#open.at(-1)?.kind === 'quote';
  }

  place(): Place {
    const items = this.#open.filter((container) => container.kind === 'item');
    const inner = items.at(-1);
    const quote = items.length < this.depth;
    return { quote, depth: items.length, ...(inner?.isNew && { begins: inner }) };
  }

  /** Something was said in the open items. */
  begun(): void {
    for (const container of this.#open) if (container.kind === 'item') container.isNew = false;
  }
}

/** How much of a line makes it belong to an item; a blank one does anyway. */
const widthIn = (rest: string, width: number): number | undefined => {
  if (isBlank(rest)) return Math.min(width, rest.length);
  return indentOf(rest) >= width ? width : undefined;
};
