import { CODE_INDENT, Containers } from './containers.ts';
import {
  closesFence,
  fenceIn,
  headingIn,
  indentOf,
  isBlank,
  isRule,
  isTable,
  isUnderline,
  itemIn,
  quoteIn,
} from './line-starts.ts';
import { type Block, BOLD } from './rich-text.ts';
import { lineAt, saidLines } from './said-lines.ts';

/** What is being written, line by line. */
type Leaf = {
  readonly kind: 'paragraph' | 'table' | 'indented' | 'fence';
  readonly lines: string[];
  readonly fence?: { readonly sign: string; readonly size: number; readonly indent: number };
};

/**
 * Reads markdown as people type it: CommonMark with GitHub's tables and strike, where each line end is seen. HTML,
 * footnotes and addresses given elsewhere are words, to the letter.
 */
export const readMarkdown = (text: string): Block[] => {
  const reader = new Reader();
  for (const line of text.split('\n')) reader.take(line);
  return reader.end();
};

/** Whether a line begins something else than words; `interrupts` words that would otherwise go on. */
const begins = (rest: string, interrupts: boolean): boolean => {
  if (indentOf(rest) >= CODE_INDENT) return false;
  if (quoteIn(rest) !== undefined || fenceIn(rest) || headingIn(rest) !== undefined || isRule(rest))
    return true;
  const item = itemIn(rest);
  return item !== undefined && !(interrupts && (item.isEmpty || (item.number ?? 1) !== 1));
};

class Reader {
  readonly #blocks: Block[] = [];
  readonly #containers = new Containers();
  #leaf: Leaf | undefined;

  take(typed: string): void {
    const line = typed.replace(/^[ \t]+/, (blanks) => blanks.replaceAll('\t', '    '));
    const [matched, rest] = this.#containers.match(line);
    const isWhole = matched === this.#containers.depth;
    if (isWhole && this.#goOn(rest)) return;
    if (!isWhole && this.#leaf?.kind === 'paragraph' && !isBlank(rest) && !begins(rest, false)) {
      this.#leaf.lines.push(rest.slice(indentOf(rest)));
      return;
    }
    if (!isWhole) this.#close(matched);
    this.#open(rest);
  }

  end(): Block[] {
    this.#close(0);
    return this.#blocks;
  }

  /** Lets what is being written have the line, if it takes it. */
  #goOn(rest: string): boolean {
    const leaf = this.#leaf;
    switch (leaf?.kind) {
      case 'fence': {
        const { sign = '', size = 0, indent = 0 } = leaf.fence ?? {};
        if (closesFence(rest, { sign, size })) this.#endLeaf();
        else leaf.lines.push(rest.slice(Math.min(indent, indentOf(rest))));
        return true;
      }
      case 'indented':
        if (!isBlank(rest) && indentOf(rest) < CODE_INDENT) return false;
        leaf.lines.push(rest.slice(CODE_INDENT));
        return true;
      case 'table':
        if (isBlank(rest) || begins(rest, true)) return false;
        leaf.lines.push(rest);
        return true;
      case 'paragraph':
        return this.#goOnWithWords(leaf.lines, rest);
      case undefined:
        return false;
    }
  }

  #goOnWithWords(lines: string[], rest: string): boolean {
    const [head = ''] = lines;
    const isNew = begins(rest, true);
    if (lines.length === 1 && isTable(head, rest) && !isNew)
      this.#leaf = { kind: 'table', lines: [head, rest] };
    else if (isUnderline(rest)) {
      this.#leaf = undefined;
      this.#say(lines.join('\n'), BOLD);
    } else if (isBlank(rest) || isNew) return false;
    else lines.push(rest.slice(indentOf(rest)));
    return true;
  }

  #open(line: string): void {
    this.#endLeaf();
    const depth = this.#containers.depth;
    let rest = line;
    for (let inner: string | undefined = line; inner !== undefined; inner = this.#containers.enter(rest))
      rest = inner;
    if (isBlank(rest)) {
      const { quote } = this.#containers.place();
      if (this.#containers.isQuote() || depth === this.#containers.depth)
        this.#blocks.push({ kind: 'line', quote, runs: [] });
      return;
    }
    this.#containers.endLists();
    const heading = headingIn(rest);
    const fence = fenceIn(rest);
    if (indentOf(rest) >= CODE_INDENT) this.#begin({ kind: 'indented', lines: [rest.slice(CODE_INDENT)] });
    else if (fence) this.#begin({ kind: 'fence', lines: [], fence });
    else if (heading === '') this.#containers.begun();
    else if (heading !== undefined) this.#say(heading, BOLD);
    else if (isRule(rest)) this.#line(rest.trim());
    else this.#leaf = { kind: 'paragraph', lines: [rest.slice(indentOf(rest))] };
  }

  /** Code has no sign of an item, though it is what the item says. */
  #begin(leaf: Leaf): void {
    this.#containers.begun();
    this.#leaf = leaf;
  }

  #close(depth: number): void {
    this.#endLeaf();
    if (this.#containers.depth > depth && this.#containers.place().begins) this.#line('');
    this.#containers.close(depth);
  }

  #endLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    if (leaf?.kind === 'paragraph') this.#say(leaf.lines.join('\n'), 0);
    else if (leaf) {
      const lines = leaf.kind === 'table' ? leaf.lines.map((line) => line.trim()) : leaf.lines;
      const text = lines.join('\n').trimEnd();
      if (text !== '') this.#blocks.push({ kind: 'code', text });
    }
  }

  #say(text: string, marks: number): void {
    for (const line of saidLines(text, marks, this.#containers.place())) this.#blocks.push(line);
    this.#containers.begun();
  }

  /** A line to the letter. */
  #line(text: string): void {
    const runs = text === '' ? [] : [{ text, marks: 0 }];
    this.#blocks.push(lineAt(runs, this.#containers.place()));
    this.#containers.begun();
  }
}
