import { HAIR_SPACE, withoutEnd, ZERO_WIDTH_SPACE } from './characters.ts';
import { emojiOf } from './emoji.ts';
import { type Names, readEntity, type Said } from './entity.ts';
import { unescaped } from './escape.ts';
import { type Block, type Item, type Run, tidy } from './rich-text.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/** Four blanks are one level, as Slack's own client writes lists. */
const INDENT = 4;
const DEPTH_MAX = 8;

/** The invisible blanks that keep a sign a sign are ours (see write-mrkdwn.ts). */
const around = new RegExp(`${HAIR_SPACE}?([*_~\`])${HAIR_SPACE}?`, 'g');
const outerStart = new RegExp(`^${ZERO_WIDTH_SPACE}+`);
const outerEnd = new RegExp(ZERO_WIDTH_SPACE);

/** Reads a text from Slack. `names` holds the display names of those who are mentioned. Nothing is left out. */
export const readMrkdwn = (text: string, names: Names): Block[] => {
  const reader = new Reader(names);
  for (const token of tokensOf(text)) reader.take(token);
  return reader.end();
};

class Reader {
  readonly #names: Names;
  readonly #blocks: Block[] = [];
  #line: { quote: boolean; item?: Item; runs: Run[] } = { quote: false, runs: [] };
  #marks = 0;
  #isRestQuoted = false;
  /** Of the last item, as long as nothing but blank lines came after it. */
  #depth = -1;
  #isQuoted = false;
  /** What came last: zero-width spaces beside a mark are part of the mark, a line end after a block part of the block. */
  #last: Token['kind'] | undefined;

  constructor(names: Names) {
    this.#names = names;
  }

  take({ kind, raw, mark }: Token): void {
    switch (kind) {
      case 'newline':
        if (this.#last !== 'block') this.#endLine();
        break;
      case 'block':
        if (this.#line.runs.length > 0) this.#endLine();
        else this.#begin();
        this.#depth = -1;
        this.#blocks.push({ kind: 'code', text: codeIn(raw.slice(3, -3), this.#names) });
        break;
      case 'quoteRest':
        this.#isRestQuoted = true;
        this.#line.quote = true;
        break;
      case 'quote':
        this.#line.quote = true;
        break;
      case 'bullet':
        this.#line.item = { depth: Math.min(DEPTH_MAX, Math.floor(raw.search(/\S/) / INDENT)) };
        break;
      case 'guard':
        break;
      case 'open':
        this.#beside();
        this.#marks |= mark ?? 0;
        break;
      case 'close':
        this.#beside();
        this.#marks &= ~(mark ?? 0);
        break;
      case 'code':
        this.#beside();
        this.#say({ text: plainIn(raw.slice(1, -1), this.#names) }, true);
        break;
      case 'entity':
        this.#say(readEntity(raw.slice(1, -1), this.#names));
        break;
      case 'escape':
        this.#say({ text: unescaped(raw) });
        break;
      case 'emoji':
        this.#say({ text: emojiOf(raw) ?? raw });
        break;
      case 'text':
        this.#say({ text: this.#apart(raw) });
        break;
    }
    this.#last = kind;
  }

  end(): Block[] {
    if (this.#line.runs.length > 0 || this.#line.quote) this.#endLine();
    return this.#blocks;
  }

  /** Words without what only keeps them apart from a mark or a block before them. */
  #apart(raw: string): string {
    if (this.#last === 'block') return raw.trimStart();
    const isBeside = this.#last === 'open' || this.#last === 'close' || this.#last === 'code';
    return isBeside ? raw.replace(outerStart, '') : raw;
  }

  /** Before a mark: takes the zero-width spaces away that let Slack see it. */
  #beside(): void {
    const { runs } = this.#line;
    const last = runs.at(-1);
    if (last && !last.code && last.href === undefined)
      runs[runs.length - 1] = { ...last, text: withoutEnd(last.text, outerEnd) };
  }

  #say({ text, href }: Said, code = false): void {
    this.#line.runs.push({
      text,
      marks: this.#marks,
      ...(code && { code }),
      ...(href !== undefined && { href }),
    });
  }

  #endLine(): void {
    const runs = tidy(this.#line.runs).map((run) =>
      run.code ? run : { ...run, text: run.text.replace(around, '$1') },
    );
    const { quote, item } = this.#line;
    if (quote !== this.#isQuoted || (!item && runs.length > 0)) this.#depth = -1;
    this.#isQuoted = quote;
    // An item is at most one level deeper than the one above it.
    if (item) this.#depth = Math.min(item.depth, this.#depth + 1);
    this.#blocks.push({ kind: 'line', quote, runs, ...(item && { item: { depth: this.#depth } }) });
    this.#begin();
  }

  #begin(): void {
    this.#line = { quote: this.#isRestQuoted, runs: [] };
    this.#marks = 0;
  }
}

/** Code to the letter: Slack has made links and escapes even there. */
const plainIn = (raw: string, names: Names): string =>
  raw
    .split(/(<[^<>\n]+>)/)
    .map((piece, nth) => (nth % 2 === 0 ? unescaped(piece) : readEntity(piece.slice(1, -1), names).text))
    .join('');

const codeIn = (raw: string, names: Names): string =>
  plainIn(raw, names).replace(/^ *\n/, '').trimEnd().replaceAll(`\`${ZERO_WIDTH_SPACE}`, '`');
