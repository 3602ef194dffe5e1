import { isMap } from '../../../test/rules/wire/value.ts';
import { Duration, ERROR, equal, holds, numberOf, Several, spoilt, UNKNOWN } from './value.ts';

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** `decides` is what decides by itself, on whichever side and whatever the other is: false for `&&`. */
export function joined(left: unknown, right: () => unknown, decides: boolean): unknown {
  if (left === decides) return decides;
  const other = right();
  if (other === decides) return decides;
  const wrong = spoilt(left, other);
  if (left === UNKNOWN || other === UNKNOWN) return UNKNOWN;
  return wrong ?? (isBoolean(left) && isBoolean(other) ? !decides : ERROR);
}

/** What orders two values: numbers, times, durations or texts; nothing where they have no order. */
function ordered(a: unknown, b: unknown): readonly [number | string, number | string] | undefined {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return [x, y];
  if (a instanceof Date && b instanceof Date) return [a.getTime(), b.getTime()];
  if (a instanceof Duration && b instanceof Duration) return [a.milliseconds, b.milliseconds];
  return typeof a === 'string' && typeof b === 'string' ? [a, b] : undefined;
}

function compared(sign: string, a: unknown, b: unknown): unknown {
  const both = ordered(a, b);
  if (!both) return ERROR;
  const [x, y] = both;
  if (sign === '<') return x < y;
  if (sign === '<=') return x <= y;
  return sign === '>' ? x > y : x >= y;
}

function reckoned(sign: string, a: unknown, b: unknown): unknown {
  const step = sign === '+' ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a + step * b;
  if (a instanceof Date && b instanceof Duration) return new Date(a.getTime() + step * b.milliseconds);
  if (a instanceof Duration && b instanceof Duration)
    return new Duration(a.milliseconds + step * b.milliseconds);
  if (typeof a === 'string' && typeof b === 'string' && sign === '+') return a + b;
  return numberOf(a) !== undefined && numberOf(b) !== undefined ? UNKNOWN : ERROR;
}

function multiplied(a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  return numberOf(a) !== undefined && numberOf(b) !== undefined ? UNKNOWN : ERROR;
}

function contained(value: unknown, where: unknown): unknown {
  if (Array.isArray(where)) return holds(where, value);
  if (where instanceof Several) return holds(where.items, value);
  if (isMap(where)) return typeof value === 'string' ? Object.hasOwn(where, value) : ERROR;
  return ERROR;
}

/** What a sign makes of two values. `&&`, `||` and `is` are none of these. */
export function signed(sign: string, a: unknown, b: unknown): unknown {
  const wrong = spoilt(a, b);
  if (wrong) return wrong;
  switch (sign) {
    case '==':
      return equal(a, b);
    case '!=': {
      const same = equal(a, b);
      return same === UNKNOWN ? UNKNOWN : !same;
    }
    case 'in':
      return contained(a, b);
    case '+':
    case '-':
      return reckoned(sign, a, b);
    case '*':
      return multiplied(a, b);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compared(sign, a, b);
    default:
      return UNKNOWN;
  }
}
