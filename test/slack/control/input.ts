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

  texts(name: string): string[] | undefined {
    const value = this.#values[name];
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
      throw new Refusal(`The field "${name}" must be a list of texts.`);
    return value;
  }

  record(name: string): Record<string, unknown> {
    const value = this.#values[name];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Refusal(`The field "${name}" must be an object.`);
    return { ...value };
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.#values[name];
  }
}
