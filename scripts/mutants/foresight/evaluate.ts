import { isMap } from '../../../test/rules/wire/value.ts';
import type { Expression, Function } from '../language/tree.ts';
import { builtIn, type Looking } from './built-in.ts';
import { called, durationOf, timeOf } from './methods.ts';
import { joined, signed } from './signs.ts';
import { ERROR, Narrowed, Path, spoilt, TYPES, UNKNOWN } from './value.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What an expression is evaluated in. */
export type Setting = Looking & {
  readonly source: string;
  /** The functions that can be called, by name. */
  readonly functions: ReadonlyMap<string, Function>;
  /** `request`, `resource`, the variables of the path, parameters and what `let` names. */
  readonly names: Fields;
};

/** What an expression gives: a value, {@link ERROR}, or {@link UNKNOWN}. */
export function evaluate(node: Expression, setting: Setting): unknown {
  switch (node.kind) {
    case 'number':
      return Number(node.text);
    case 'text':
      return node.text.slice(1, -1).replace(/\\(.)/g, '$1');
    case 'name':
      return named(node.text, setting);
    case 'group':
      return evaluate(node.inner, setting);
    case 'unary':
      return turned(node.sign, evaluate(node.operand, setting));
    case 'binary':
      return binary(node, setting);
    case 'ternary': {
      const test = evaluate(node.test, setting);
      if (typeof test !== 'boolean') return test === UNKNOWN ? UNKNOWN : ERROR;
      return evaluate(test ? node.yes : node.no, setting);
    }
    case 'call':
      return call(node, setting);
    case 'member':
      return memberOf(evaluate(node.object, setting), node.property);
    case 'index':
      return indexed(
        evaluate(node.object, setting),
        node.indices.map((index) => evaluate(index, setting)),
      );
    case 'list': {
      const items = node.items.map((item) => evaluate(item, setting));
      return spoilt(...items) ?? items;
    }
    case 'map': {
      const entries = node.entries.map((entry) => entry.map((part) => evaluate(part, setting)));
      return spoilt(...entries.flat()) ?? Object.fromEntries(entries);
    }
    case 'path':
      return pathOf(node, setting);
  }
}

function named(name: string, { names }: Setting): unknown {
  if (name === 'true' || name === 'false') return name === 'true';
  if (name === 'null') return null;
  return Object.hasOwn(names, name) ? names[name] : ERROR;
}

function turned(sign: '!' | '-', value: unknown): unknown {
  const wrong = spoilt(value);
  if (wrong) return wrong;
  if (sign === '!') return typeof value === 'boolean' ? !value : ERROR;
  return typeof value === 'number' ? -value : ERROR;
}

function binary(node: Extract<Expression, { kind: 'binary' }>, setting: Setting): unknown {
  const left = evaluate(node.left, setting);
  if (node.sign === '&&' || node.sign === '||')
    return joined(left, () => evaluate(node.right, setting), node.sign === '||');
  if (node.sign !== 'is') return signed(node.sign, left, evaluate(node.right, setting));
  const isOf = node.right.kind === 'name' ? TYPES[node.right.text] : undefined;
  return spoilt(left) ?? isOf?.(left) ?? UNKNOWN;
}

function memberOf(object: unknown, name: string): unknown {
  const wrong = spoilt(object);
  if (wrong) return wrong;
  if (object instanceof Narrowed) return Object.hasOwn(object.fields, name) ? object.fields[name] : UNKNOWN;
  return isMap(object) && Object.hasOwn(object, name) ? object[name] : ERROR;
}

function indexed(object: unknown, [at, ...more]: readonly unknown[]): unknown {
  const wrong = spoilt(object, at);
  if (wrong) return wrong;
  if (more.length > 0) return UNKNOWN;
  if (Array.isArray(object) && typeof at === 'number') return at in object ? object[at] : ERROR;
  return typeof at === 'string' ? memberOf(object, at) : ERROR;
}

/** The path below `/databases/(default)/documents`; a path that begins elsewhere leads nowhere. */
function pathOf(node: Extract<Expression, { kind: 'path' }>, setting: Setting): unknown {
  const parts = node.parts.map((part) => evaluate(part, setting));
  const wrong = spoilt(...parts);
  if (wrong) return wrong;
  if (parts.some((part) => typeof part !== 'string')) return UNKNOWN;
  let at = node.start;
  const text = node.parts.reduce((before, part, nth) => {
    const piece = setting.source.slice(at, part.start).replace(/\$\(\s*$/, '');
    at = setting.source.indexOf(')', part.end) + 1;
    return before + piece + String(parts[nth]);
  }, '');
  const whole = text + setting.source.slice(at, node.end);
  const below = /^\/databases\/[^/]*\/documents\/(.+)$/.exec(whole);
  return below?.[1] ? new Path(below[1]) : UNKNOWN;
}

function call({ callee, args }: Extract<Expression, { kind: 'call' }>, setting: Setting): unknown {
  const given = args.map((arg) => evaluate(arg, setting));
  if (callee.kind === 'member') {
    const space = callee.object.kind === 'name' && !Object.hasOwn(setting.names, callee.object.text);
    if (space && callee.object.text === 'duration') return durationOf(given);
    if (space && callee.object.text === 'timestamp') return timeOf(given);
    return called(callee.property, evaluate(callee.object, setting), given);
  }
  if (callee.kind !== 'name') return UNKNOWN;
  const own = setting.functions.get(callee.text);
  if (own) return apply(own, given, setting);
  return builtIn(callee.text, given[0], setting);
}

function apply({ params, lets, result }: Function, given: readonly unknown[], setting: Setting): unknown {
  if (given.length !== params.length) return ERROR;
  let names: Fields = {
    ...setting.names,
    ...Object.fromEntries(params.map((name, nth) => [name, given[nth]])),
  };
  for (const { name, value } of lets) names = { ...names, [name]: evaluate(value, { ...setting, names }) };
  return evaluate(result, { ...setting, names });
}
