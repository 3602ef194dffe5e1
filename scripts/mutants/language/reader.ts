import { RulesError, type Token, tokensOf } from './token.ts';

/** Reads tokens one after another. */
export class Reader {
  readonly source: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: string) {
    this.source = source;
    this.#tokens = tokensOf(source);
  }

  /** The token to come, or one further on. */
  peek(further = 0): Token {
    const token = this.#tokens[Math.min(this.#at + further, this.#tokens.length - 1)];
    if (!token) throw new Error('There are no tokens.');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** Where the token read last ends. */
  get end(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }

  isNext(...texts: readonly string[]): boolean {
    const { kind, text } = this.peek();
    return kind !== 'text' && kind !== 'end' && texts.includes(text);
  }

  /** Reads the token if it is this one. */
  take(text: string): Token | undefined {
    return this.isNext(text) ? this.next() : undefined;
  }

  want(text: string): Token {
    return this.take(text) ?? this.fail(`"${text}"`);
  }

  word(): Token {
    return this.peek().kind === 'word' ? this.next() : this.fail('a name');
  }

  /** Reads things with commas between them until this token, which is read as well. */
  until<Thing>(closing: string, read: () => Thing): Thing[] {
    const things: Thing[] = [];
    while (!this.take(closing)) {
      things.push(read());
      if (!this.isNext(closing)) this.want(',');
    }
    return things;
  }

  fail(wanted: string): never {
    const { start, text } = this.peek();
    throw new RulesError(this.source, start, `${wanted} should stand where ${text} stands`);
  }
}
