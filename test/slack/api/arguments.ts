import { Failure } from './failure.ts';

/**
 * The arguments of a call. A form or a query has only texts, with JSON inside them where a value has parts;
 * a JSON body has values of their own types. Both are read alike.
 */
export class Arguments {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** A text; nothing when absent or empty, as in Slack. A number is taken as it is written. */
  text(name: string): string | undefined {
    const value = this.#values[name];
    if (typeof value === 'number') return String(value);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') throw invalid(`must be a string: ${name}`);
    return value;
  }

  required(name: string): string {
    const text = this.text(name);
    if (text === undefined) throw invalid(`missing required field: ${name}`);
    return text;
  }

  flag(name: string): boolean {
    const value = this.#values[name];
    return value === true || value === 'true' || value === '1' || value === 1;
  }

  /** A whole number of at least 1 and at most `most`; `missing` when absent. */
  limit(name: string, missing: number, most: number): number {
    const text = this.text(name);
    if (text === undefined) return missing;
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > most) throw new Failure('invalid_limit');
    return number;
  }

  /** A value with parts, or its JSON; `code` is the error for what is no JSON. */
  json(name: string, code: string): unknown {
    const value = this.#values[name];
    if (typeof value !== 'string' || value === '') return value === '' ? undefined : value;
    try {
      return JSON.parse(value) as unknown;
    } catch (cause) {
      if (cause instanceof SyntaxError) throw new Failure(code);
      throw cause;
    }
  }
}

const invalid = (what: string): Failure =>
  new Failure('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${what}`] } });
