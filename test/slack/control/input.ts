import { Refusal } from './refusal.ts';

/** A JSON object somebody sent to the control interface, read field by field; fields nobody knows are refused. */
export class Input {
  readonly #values: Record<string, unknown>;

  constructor(value: unknown, known: readonly string[]) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Refusal(`Send a JSON object with ${known.join(', ')}.`);
    const unknown = Object.keys(value).find((key) => !known.includes(key));
    if (unknown !== undefined)
      throw new Refusal(`There is no field "${unknown}" here; the fields are ${known.join(', ')}.`);
    this.#values = { ...value };
  }

  text(name: string): string {
    const text = this.optionalText(name);
    if (text === undefined || text === '')
      throw new Refusal(`The field "${name}" must be a text that is not empty.`);
    return text;
  }

  optionalText(name: string): string | undefined {
    const value = this.#values[name];
    if (value !== undefined && typeof value !== 'string')
      throw new Refusal(`The field "${name}" must be a text.`);
    return value;
  }

  /** Those of these texts that were given. */
  texts<Name extends string>(...names: Name[]): { [name in Name]?: string } {
    const given: { [name in Name]?: string } = {};
    for (const name of names) if (this.has(name)) given[name] = this.text(name);
    return given;
  }

  /** One of some words. */
  word<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.optionalText(name);
    const found = words.find((word) => word === text);
    if (text !== undefined && found === undefined)
      throw new Refusal(`The field "${name}" must be one of ${words.join(', ')}.`);
    return found;
  }

  flag(name: string): boolean | undefined {
    const value = this.#values[name];
    if (value !== undefined && typeof value !== 'boolean')
      throw new Refusal(`The field "${name}" must be true or false.`);
    return value;
  }

  /** A number from `least` up. */
  number(name: string, least: number): number | undefined {
    const value = this.#values[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < least)
      throw new Refusal(`The field "${name}" must be a number of at least ${least}.`);
    return value;
  }

  /** The same, where it must be there. */
  needed(name: string, least: number): number {
    const number = this.number(name, least);
    if (number === undefined)
      throw new Refusal(`This needs the field "${name}": a number of at least ${least}.`);
    return number;
  }

  whole(name: string, least: number): number {
    const number = this.needed(name, least);
    if (!Number.isInteger(number)) throw new Refusal(`The field "${name}" must be a whole number.`);
    return number;
  }

  list(name: string): string[] | undefined {
    const value = this.#values[name];
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
      throw new Refusal(`The field "${name}" must be a list of texts.`);
    return value;
  }

  records(name: string): Record<string, unknown>[] {
    const value = this.#values[name];
    if (!Array.isArray(value)) throw new Refusal(`The field "${name}" must be a list of objects.`);
    return value.map((one) => object(name, one));
  }

  record(name: string): Record<string, unknown> {
    return object(name, this.#values[name]);
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.#values[name];
  }
}

function object(name: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(`The field "${name}" must be an object.`);
  return { ...value };
}
