import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { mutantsOf, rulesOf } from '../../../scripts/mutants/mutate.ts';
import { OPERATORS } from '../../../scripts/mutants/operators/index.ts';

const before = 'service cloud.firestore { match /databases/{database}/documents { match /rooms/{room} { ';
const after = ' } } }';

/** What an operator makes of the inside of a block. */
const made = (operator: string, inside: string): string[] =>
  mutantsOf(rulesOf(before + inside + after))
    .filter((mutant) => mutant.operator.name === operator)
    .map(({ source }) => source.slice(before.length, source.length - after.length));

/** What an operator makes of a condition. */
const madeOf = (operator: string, condition: string): string[] =>
  made(operator, `allow get: if ${condition};`).map((inside) => inside.replace(/^allow get: if |;$/g, ''));

/** For each operator: a condition, and all that comes of it. */
const conditions: [operator: string, condition: string, mutants: string[]][] = [
  ['and-or', 'a && b', ['(a || b)']],
  ['and-or', 'a && b && c', ['(a || b) && c', '(a && b || c)']],
  ['and-or', 'a || b', []],
  ['or-and', 'a || b || c', ['((a) && b) || c', '((a || b) && c)']],
  ['or-and', 'a && b || c', ['((a && b) && c)']],
  ['drop-conjunct', 'a && b && c', ['b && c', 'a && c', 'a && b']],
  ['drop-conjunct', 'a && x is string', ['x is string']],
  ['drop-conjunct', 'a && x > request.time', ['x > request.time']],
  ['drop-disjunct', 'a || (b && c)', ['(b && c)', 'a']],
  ['drop-disjunct', 'a || x is string', ['x is string', 'a']],
  ['negate', 'f(a) && !b', ['!(f(a) && !b)', '!(f(a)) && !b', 'f(a) && b']],
  [
    'negate',
    "'x' in a || a is map",
    ["!('x' in a || a is map)", "!('x' in a) || a is map", "'x' in a || !(a is map)"],
  ],
  ['negate', 'a == b', ['!(a == b)']],
  ['negate', 'a == b && c', ['!(a == b && c)', 'a == b && !(c)']],
  ['negate', 'exists(p)', []],
  ['negate-exists', 'a && exists(p)', ['a && !(exists(p))']],
  ['negate-exists', 'existsAfter(p)', ['!(existsAfter(p))']],
  ['branch', 'a ? b : c', ['(a ? c : b)', '(b)', '(c)']],
  ['compare', 'a < b', ['a <= b', 'a > b', 'a >= b']],
  ['compare', 'a >= b', ['a < b', 'a <= b', 'a > b']],
  ['compare', 'a == b', []],
  ['equal', 'a == b', ['a != b']],
  ['equal', 'a != b', ['a == b']],
  ['plus-minus', 'a + 1 == b - c', ['a - 1 == b - c', 'a + 1 == b + c']],
  ['number', 'a <= 50', ['a <= 51', 'a <= 49']],
  ['number', 'a >= 0', ['a >= 1', 'a >= (-1)']],
  ['number', "duration.value(60, 's') > b", []],
  ['drop-is', 'a && b is string', ['a && true']],
  ['force-true', 'a && b', ['true']],
  ['force-false', 'a && b', ['false']],
  ['get-after', 'get(p).data.get(a, b)', ['getAfter(p).data.get(a, b)']],
  [
    'get-after',
    'exists(p) && getAfter(q).data.x',
    ['existsAfter(p) && getAfter(q).data.x', 'exists(p) && get(q).data.x'],
  ],
  ['prior-after', 'prior().x == after().x', ['after().x == after().x', 'prior().x == prior().x']],
  [
    'resource',
    'resource.data.x == request.resource.data.x',
    ['request.resource.data.x == request.resource.data.x', 'resource.data.x == resource.data.x'],
  ],
  ['has', 'a.hasOnly(b)', ['a.hasAny(b)']],
  ['has', 'a.hasAny(b)', ['a.hasOnly(b)']],
  ['has', 'a.hasAll(b)', ['a.hasAny(b)', 'a.hasOnly(b)']],
  ['list-without', "a.hasOnly(['x', 'y'])", ["a.hasOnly(['y'])", "a.hasOnly(['x'])"]],
  [
    'list-with',
    "a.hasOnly(['x']) && b in ['y']",
    ["a.hasOnly(['x', 'stranger']) && b in ['y']", "a.hasOnly(['x']) && b in ['y', 'stranger']"],
  ],
  ['list-with', "a == ['x'] || a.hasOnly([b])", []],
  [
    'list-borrowed',
    "a in ['x', 'y'] || b in ['y', 'z'] || c in ['other']",
    [
      "a in ['x', 'y', 'z'] || b in ['y', 'z'] || c in ['other']",
      "a in ['x', 'y'] || b in ['y', 'z', 'x'] || c in ['other']",
    ],
  ],
  ['list-borrowed', "a.hasOnly(['x', 'y']) || b in ['y', 'z']", []],
  [
    'component',
    "isComponent('mirror')",
    COMPONENTS.filter((name) => name !== 'mirror').map((name) => `isComponent('${name}')`),
  ],
  [
    'component',
    "isComponent('one') || isComponent('two')",
    [
      ...[...COMPONENTS, 'two'].map((name) => `isComponent('${name}') || isComponent('two')`),
      ...[...COMPONENTS, 'one'].map((name) => `isComponent('one') || isComponent('${name}')`),
    ],
  ],
  ['component', "a.hasOnly(['reply']) || a.get('reply', b)", []],
  [
    'text',
    "a.get('role', '') == 'open'",
    ["a.get('role!', '') == 'open'", "a.get('role', '!') == 'open'", "a.get('role', '') == 'open!'"],
  ],
  ['text', "isComponent('mirror') || a in ['x'] || duration.value(1, 's') == b", []],
  ['text', "a == { 'kind': 'person' }", ["a == { 'kind!': 'person' }", "a == { 'kind': 'person!' }"]],
  [
    'pattern',
    "a.matches('[A-Z]+-x{6}')",
    [
      "a.matches('.+-x{6}')",
      "a.matches('[A-Z]*-x{6}')",
      "a.matches('[A-Z]+-x{6,}')",
      "a.matches('[A-Z]+-x{0,6}')",
    ],
  ],
  ['pattern', "a == 'x+'", []],
  ['drop-time', 'a && request.time > b + c', ['a && true']],
  ['drop-time', 'a && b == request.time - c', ['a && true']],
  ['drop-time', 'a.get(request.time) == b', []],
  [
    'shift-time',
    'a == request.time',
    ["a == (request.time + duration.value(1, 's'))", "a == (request.time - duration.value(1, 's'))"],
  ],
  [
    'duration',
    "a + duration.value(60, 's')",
    ["a + duration.value(60 + 1, 's')", "a + duration.value(60 - 1, 's')", "a + duration.value(60, 'm')"],
  ],
];

/** For each operator: what stands in a block, and all that comes of it. */
const blocks: [operator: string, inside: string, mutants: string[]][] = [
  [
    'negate',
    'function f() { return !g(); } allow get: if f();',
    [
      'function f() { return g(); } allow get: if f();',
      'function f() { return !g(); } allow get: if !(f());',
    ],
  ],
  ['negate', 'function f() { return get(p).data; }', []],
  ['force-false', 'allow get;', ['allow get: if false;']],
  ['force-true', 'allow get;', []],
  ['remove-allow', 'allow get: if a; allow list: if b;', [' allow list: if b;', 'allow get: if a; ']],
  ['widen-operation', 'allow get: if a;', ['allow read: if a;']],
  ['widen-operation', 'allow create, update: if a;', ['allow write, update: if a;']],
  ['widen-operation', 'allow list, delete: if a;', ['allow read, delete: if a;', 'allow list, write: if a;']],
  ['widen-operation', 'allow read, write: if a;', []],
  [
    'narrow-operation',
    'allow get, list, update: if a;',
    ['allow list, update: if a;', 'allow get, update: if a;', 'allow get, list: if a;'],
  ],
  ['narrow-operation', 'allow get: if a;', []],
];

describe('an operator', () => {
  it.each(conditions)('%s: if %s', (operator, condition, mutants) => {
    expect(madeOf(operator, condition)).toEqual(mutants);
  });

  it.each(blocks)('%s: %s', (operator, inside, mutants) => {
    expect(made(operator, inside)).toEqual(mutants);
  });

  it('makes patterns recursive, and recursive ones not', () => {
    const source =
      'service cloud.firestore { match /databases/{database}/documents { match /a/{b} { allow get; } match /{c=**}/d/{e} { allow get; } } }';
    const patterns = mutantsOf(rulesOf(source))
      .filter(({ operator }) => operator.name === 'recursive')
      .map((mutant) => mutant.source.match(/match \/a.*?allow|match \/\{c.*?allow/g)?.join(' '));
    expect(patterns).toEqual([
      'match /a/{b=**} { allow match /{c=**}/d/{e} { allow',
      'match /a/{b} { allow match /{c}/d/{e} { allow',
      'match /a/{b} { allow match /{c=**}/d/{e=**} { allow',
    ]);
  });

  it('has a test here', () => {
    const tested = new Set([...conditions, ...blocks].map(([operator]) => operator));
    expect(OPERATORS.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual(['recursive']);
  });
});
