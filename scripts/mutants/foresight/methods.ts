import { isMap } from '../../../test/rules/wire/value.ts';
import {
  Bytes,
  Difference,
  Duration,
  ERROR,
  equal,
  holds,
  Narrowed,
  Several,
  spoilt,
  UNKNOWN,
} from './value.ts';

type Method = (on: unknown, args: readonly unknown[]) => unknown;

const itemsOf = (value: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(value)) return value;
  return value instanceof Several ? value.items : undefined;
};

const quantified =
  (
    says: (held: readonly (boolean | symbol)[], wanted: readonly (boolean | symbol)[]) => boolean | symbol,
  ): Method =>
  (on, [given]) => {
    const [held, wanted] = [itemsOf(on), itemsOf(given)];
    if (!held || !wanted) return ERROR;
    return says(
      held.map((one) => holds(wanted, one)),
      wanted.map((one) => holds(held, one)),
    );
  };
const every = (ones: readonly (boolean | symbol)[]) =>
  ones.includes(false) ? false : !ones.includes(UNKNOWN) || UNKNOWN;
const some = (ones: readonly (boolean | symbol)[]) =>
  ones.includes(true) || (ones.includes(UNKNOWN) && UNKNOWN);

/** Names of the fields that differ, or that only one has. */
function differing(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const differs = names.map((name) => {
    if (name in a !== name in b) return true;
    const same = equal(a[name], b[name]);
    return same === UNKNOWN ? UNKNOWN : !same;
  });
  return differs.includes(UNKNOWN) ? UNKNOWN : names.filter((_, at) => differs[at]);
}

const patterns = new Map<string, RegExp | undefined>();

/** RE2's pattern as JavaScript has it; nothing where it has none. */
function patternOf(text: string): RegExp | undefined {
  if (patterns.has(text)) return patterns.get(text);
  const dotAll = text.startsWith('(?s)');
  const body = text
    .replace(/^\(\?s\)/, '')
    .replaceAll('\\s', '\\t\\n\\f\\r ')
    .replace(/\\p([A-Z])/g, '\\p{$1}')
    .replaceAll('\\x{', '\\u{');
  let pattern: RegExp | undefined;
  try {
    pattern = new RegExp(`^(?:${body})$`, dotAll ? 'su' : 'u');
  } catch {
    pattern = undefined; // Whoever asks is told that it is not known.
  }
  patterns.set(text, pattern);
  return pattern;
}

const get: Method = (on, [name, otherwise]) => {
  if (!isMap(on) || typeof name !== 'string') return isMap(on) ? UNKNOWN : ERROR;
  return Object.hasOwn(on, name) ? on[name] : otherwise;
};

const METHODS: Readonly<Record<string, Method>> = {
  get,
  keys: (on) => (isMap(on) ? new Several(Object.keys(on)) : ERROR),
  diff: (on, [other]) => {
    if (!isMap(on) || !isMap(other)) return ERROR;
    const names = differing(on, other);
    return names === UNKNOWN ? UNKNOWN : new Difference(names);
  },
  affectedKeys: (on) => (on instanceof Difference ? new Several(on.names) : ERROR),
  hasOnly: quantified((held) => every(held)),
  hasAny: quantified((held) => some(held)),
  hasAll: quantified((_, wanted) => every(wanted)),
  join: (on, [by]) => {
    if (!Array.isArray(on) || typeof by !== 'string') return ERROR;
    return on.every((one) => typeof one === 'string') ? on.join(by) : UNKNOWN;
  },
  concat: (on, [more]) => (Array.isArray(on) && Array.isArray(more) ? [...on, ...more] : ERROR),
  removeAll: (on, [others]) => {
    if (!Array.isArray(on) || !Array.isArray(others)) return ERROR;
    return on.filter((one) => holds(others, one) !== true);
  },
  size: (on) => {
    if (typeof on === 'string') return Array.from(on).length;
    if (isMap(on)) return Object.keys(on).length;
    return itemsOf(on)?.length ?? ERROR;
  },
  matches: (on, [pattern]) => {
    if (typeof on !== 'string' || typeof pattern !== 'string') return ERROR;
    return patternOf(pattern)?.test(on) ?? UNKNOWN;
  },
  toUtf8: (on) => (typeof on === 'string' ? new Bytes(on) : ERROR),
  toHexString: (on) => (on instanceof Bytes ? Buffer.from(on.text).toString('hex').toUpperCase() : ERROR),
  lower: (on) => (typeof on === 'string' ? on.toLowerCase() : ERROR),
  // `split` takes a pattern: what has no signs of one is a text.
  split: (on, [by]) => {
    if (typeof on !== 'string' || typeof by !== 'string') return ERROR;
    return /^[^\\^$.|?*+()[\]{}]+$/.test(by) ? on.split(by) : UNKNOWN;
  },
};

/** What a method gives. */
export function called(name: string, on: unknown, args: readonly unknown[]): unknown {
  const wrong = spoilt(on, ...args);
  if (wrong) return wrong;
  if (on instanceof Narrowed) return UNKNOWN;
  return METHODS[name]?.(on, args) ?? UNKNOWN;
}

export const timeOf = ([milliseconds]: readonly unknown[]): unknown => {
  const wrong = spoilt(milliseconds);
  if (wrong) return wrong;
  return typeof milliseconds === 'number' ? new Date(milliseconds) : ERROR;
};

/** Milliseconds in each unit of `duration.value`. */
const UNITS: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

export const durationOf = ([count, unit]: readonly unknown[]): unknown => {
  const wrong = spoilt(count, unit);
  if (wrong) return wrong;
  if (typeof count !== 'number' || typeof unit !== 'string') return ERROR;
  const milliseconds = UNITS[unit];
  return milliseconds === undefined ? UNKNOWN : new Duration(count * milliseconds);
};
