import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';
import { graphemes, weightOf, weightOfOne } from './weight.ts';

/** What is open at a place in a text: how the next part opens it anew, and how this one closes it. */
export type Open = { readonly begin: string; readonly end: string };

/** A piece of a text that is never cut, and what is open behind it. */
export type Atom = {
  readonly raw: string;
  readonly weight: number;
  readonly open: readonly Open[];
  readonly kind: 'seen' | 'blank' | 'lineEnd' | 'begin' | 'end';
  /** Whether a word ends with it. */
  readonly endsWord: boolean;
};

export const FENCE: Open = { begin: '```\n', end: '\n```' };
const TICK: Open = { begin: '`', end: '`' };
const QUOTE: Open = { begin: '> ', end: '' };
const QUOTE_REST: Open = { begin: '>>> ', end: '' };

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const entities = /(<[^<>\n]+>|&(?:amp|lt|gt);)/;

const kindOf = (raw: string): Atom['kind'] => {
  if (raw === '\n') return 'lineEnd';
  return /^[\s\u200B]+$/.test(raw) ? 'blank' : 'seen';
};

/** A text for Slack in pieces. A link that is too heavy for `limit` gives way to its words, a character to its points. */
export const atomsOf = (text: string, limit: number): Atom[] => {
  const cutter = new Cutter(limit);
  for (const token of tokensOf(text)) cutter.take(token);
  return cutter.atoms;
};

class Cutter {
  readonly atoms: Atom[] = [];
  readonly #limit: number;
  #quote: readonly Open[] = [];
  #marks: readonly Open[] = [];
  #code: readonly Open[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  take({ kind, raw }: Token): void {
    switch (kind) {
      case 'newline':
        if (this.#quote[0] === QUOTE) this.#quote = [];
        this.#add(raw, 'lineEnd');
        break;
      case 'quote':
      case 'quoteRest':
        this.#quote = [kind === 'quote' ? QUOTE : QUOTE_REST];
        this.#add(raw, 'begin');
        break;
      case 'bullet':
      case 'guard':
        this.#add(raw, 'begin');
        break;
      case 'open':
        this.#marks = [...this.#marks, { begin: raw, end: raw }];
        this.#add(raw, 'begin');
        break;
      case 'close':
        this.#marks = this.#marks.filter(({ begin }) => begin !== raw);
        this.#add(raw, 'end');
        break;
      case 'block':
        if (this.#quote[0] === QUOTE) this.#quote = [];
        this.#add('', 'lineEnd');
        this.#sayCode(raw, FENCE, 3);
        this.#add('', 'lineEnd');
        break;
      case 'code':
        this.#sayCode(raw, TICK, 1);
        break;
      case 'text':
        this.#say(raw);
        break;
      default:
        this.#sayWhole(raw);
    }
  }

  #add(raw: string, kind: Atom['kind'], weight = weightOf(raw), endsWord = true): void {
    this.atoms.push({ raw, kind, weight, endsWord, open: [...this.#quote, ...this.#marks, ...this.#code] });
  }

  /** Code between its signs, which take the blank lines with them. Slack has escaped and linked even there. */
  #sayCode(raw: string, open: Open, size: number): void {
    const inside = raw.slice(size, -size);
    const content = open === FENCE ? inside.trimEnd() : inside;
    const line = open === FENCE && content.startsWith('\n') ? 1 : 0;
    this.#code = [open];
    this.#add(raw.slice(0, size + line), 'begin');
    this.#sayMixed(content.slice(line));
    this.#code = [];
    this.#add(inside.slice(content.length) === '' ? raw.slice(-size) : `\n${raw.slice(-size)}`, 'end');
  }

  #sayMixed(raw: string): void {
    for (const [nth, piece] of raw.split(entities).entries())
      if (nth % 2 === 1) this.#sayWhole(piece);
      else this.#say(piece);
  }

  #sayWhole(raw: string): void {
    if (raw.length < 10 || weightOf(raw) <= this.#limit / 2) this.#add(raw, 'seen');
    else this.#sayMixed(raw.slice(1, -1).replace('|', ' '));
  }

  #say(raw: string): void {
    for (const { segment: word } of words.segment(raw)) {
      let left = word.length;
      for (const { segment } of graphemes.segment(word)) {
        left -= segment.length;
        const weight = weightOfOne(segment);
        if (weight <= this.#limit / 2) this.#add(segment, kindOf(segment), weight, left === 0);
        else for (const point of segment) this.#add(point, kindOf(point), weightOfOne(point), false);
      }
    }
  }
}
