import { Double, isMap } from '../../../test/rules/wire/value.ts';

/** What is not known of a value without asking the emulator. */
export const UNKNOWN = Symbol('unknown');
/** An evaluation that broke off: the rules language has no other word for it. */
export const ERROR = Symbol('error');

/** The rules' own kinds of values; all others are as in documents. */
export class Duration {
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }
}
/** `text` is the path below the documents. */
export class Path {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
/** The bytes of a text. */
export class Bytes {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export class Several {
  readonly items: readonly unknown[];
  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}
/** The fields that everything that a list can bring has in common. */
export class Narrowed {
  readonly fields: Readonly<Record<string, unknown>>;
  constructor(fields: Readonly<Record<string, unknown>>) {
    this.fields = fields;
  }
}
/** What `diff` gives: the names of the fields that are otherwise. */
export class Difference {
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    this.names = names;
  }
}

/** Broken off, or not known: what such a value is part of is so too. */
export const spoilt = (...values: readonly unknown[]): typeof ERROR | typeof UNKNOWN | undefined => {
  if (values.includes(ERROR)) return ERROR;
  return values.includes(UNKNOWN) ? UNKNOWN : undefined;
};

export const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  return value instanceof Double ? value.value : undefined;
};

/** Whether two values are the same. */
export function equal(a: unknown, b: unknown): boolean | typeof UNKNOWN {
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return x === y;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && all(a.map((one, at) => equal(one, b[at])));
  if (isMap(a) && isMap(b)) {
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length || names.some((name) => !(name in b))) return false;
    return all(names.map((name) => equal(a[name], b[name])));
  }
  return a === b;
}

const all = (ones: readonly (boolean | typeof UNKNOWN)[]): boolean | typeof UNKNOWN => {
  if (ones.includes(false)) return false;
  return ones.includes(UNKNOWN) ? UNKNOWN : true;
};

/** Whether some values hold one that is the same. */
export function holds(items: readonly unknown[], value: unknown): boolean | typeof UNKNOWN {
  const seen = items.map((item) => equal(item, value));
  if (seen.includes(true)) return true;
  return seen.includes(UNKNOWN) ? UNKNOWN : false;
}

/** The names of the rules' types, and what is of them. */
export const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  bool: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  int: (value) => typeof value === 'number' && Number.isInteger(value),
  float: (value) => value instanceof Double || (typeof value === 'number' && !Number.isInteger(value)),
  number: (value) => numberOf(value) !== undefined,
  list: Array.isArray,
  map: isMap,
  timestamp: (value) => value instanceof Date,
  duration: (value) => value instanceof Duration,
  path: (value) => value instanceof Path,
};
