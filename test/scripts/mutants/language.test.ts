import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readExpression } from '../../../scripts/mutants/language/expression.ts';
import { Reader } from '../../../scripts/mutants/language/reader.ts';
import { readRules } from '../../../scripts/mutants/language/ruleset.ts';
import { placeOf, tokensOf } from '../../../scripts/mutants/language/token.ts';
import type { Block, Expression } from '../../../scripts/mutants/language/tree.ts';
import { operandsOf, sitesIn } from '../../../scripts/mutants/language/walk.ts';

describe('tokens', () => {
  const texts = (source: string) => tokensOf(source).map(({ kind, text }) => `${kind} ${text}`);
  it('are words, numbers, texts and signs, and the end', () => {
    expect(texts('isName(a1.b, 2.5, \'x\') >= "y"')).toEqual([
      'word isName',
      'sign (',
      'word a1',
      'sign .',
      'word b',
      'sign ,',
      'number 2.5',
      'sign ,',
      "text 'x'",
      'sign )',
      'sign >=',
      'text "y"',
      'end the end',
    ]);
  });
  it('pass over space and comments, and know where they stand', () => {
    const source = '// one || two\n  a /* && */ && b';
    expect(tokensOf(source).map(({ start, end }) => source.slice(start, end))).toEqual(['a', '&&', 'b', '']);
  });
  it('keep what a text escapes, and what looks like a comment in it', () => {
    expect(texts(String.raw`'it\'s // no comment'`)).toEqual([
      String.raw`text 'it\'s // no comment'`,
      'end the end',
    ]);
  });
  it('say where something stands that is none', () => {
    expect(() => tokensOf('a\n  # b')).toThrow('The rules, line 2, column 3: there can be no "#" here.');
    expect(() => tokensOf("'open")).toThrow('line 1, column 1');
  });
});

describe('a place', () => {
  it('is counted from one', () => {
    expect(placeOf('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(placeOf('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  });
});

/** An expression with all its parts in brackets, as it was read. */
function told(node: Expression): string {
  switch (node.kind) {
    case 'binary':
      return `(${told(node.left)} ${node.sign} ${told(node.right)})`;
    case 'unary':
      return `(${node.sign}${told(node.operand)})`;
    case 'ternary':
      return `(${told(node.test)} ? ${told(node.yes)} : ${told(node.no)})`;
    case 'call':
      return `${told(node.callee)}(${node.args.map(told).join(', ')})`;
    case 'member':
      return `${told(node.object)}.${node.property}`;
    case 'index':
      return `${told(node.object)}[${node.indices.map(told).join(':')}]`;
    case 'list':
      return `[${node.items.map(told).join(', ')}]`;
    case 'map':
      return `{${node.entries.map(([key, value]) => `${told(key)}: ${told(value)}`).join(', ')}}`;
    case 'path':
      return `path<${node.parts.map(told).join(', ')}>`;
    case 'group':
      return `group${told(node.inner)}`;
    case 'number':
    case 'text':
    case 'name':
      return node.text;
  }
}

describe('an expression', () => {
  const read = (source: string) => readExpression(new Reader(source));
  it.each([
    ['a || b && c', '(a || (b && c))'],
    ['a && b && c', '((a && b) && c)'],
    ['a == b && c != d', '((a == b) && (c != d))'],
    ["'x' in a == b", "('x' in (a == b))"],
    ['1 < 2 in a', '((1 < 2) in a)'],
    ['a is int && b', '((a is int) && b)'],
    ['a is string && !b', '((a is string) && (!b))'],
    ['a < b + c * -d', '(a < (b + (c * (-d))))'],
    ['a - b - c', '((a - b) - c)'],
    ['!a.b(c)', '(!a.b(c))'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['(a || b) && c', '(group(a || b) && c)'],
    ['a[0].b[1:2]', 'a[0].b[1:2]'],
    ["a.hasOnly(['x', 'y'])", "a.hasOnly(['x', 'y'])"],
    ["a == { 'k': b, 'n': 1 }", "(a == {'k': b, 'n': 1})"],
    ['f(a, g())', 'f(a, g())'],
    ['/databases/$(database)/documents/rooms/$(a.b)', 'path<database, a.b>'],
    ['get(/databases/(default)/documents/a-b/1).data.x', 'get(path<>).data.x'],
    ['f(/a/$(b)) && c / d == e', '(f(path<b>) && ((c / d) == e))'],
  ])('is read: %s', (source, tree) => {
    const node = read(source);
    expect(told(node)).toBe(tree);
    expect(source.slice(node.start, node.end)).toBe(source);
  });
  it('knows where each of its parts stands', () => {
    const source = "a && (b.c('x') || !d)";
    const parts = [...sitesIn(read(source))].map(({ node }) => source.slice(node.start, node.end));
    expect(parts).toEqual([
      source,
      'a',
      "(b.c('x') || !d)",
      "b.c('x') || !d",
      "b.c('x')",
      'b.c',
      'b',
      "'x'",
      '!d',
      'd',
    ]);
  });
  it('of one sign is a chain of operands', () => {
    expect(operandsOf(read('a && (b && c) && d || e'), '&&')).toHaveLength(1);
    expect(operandsOf(read('a && (b && c) && d'), '&&').map(told)).toEqual(['a', 'group(b && c)', 'd']);
  });
  it.each(['a &&', 'f(a', '[a b]', 'a ? b', '{ a }', ''])(
    'says what should stand where it breaks off: %s',
    (source) => {
      expect(() => read(source)).toThrow(/should stand where .* stands/);
    },
  );
});

describe('rules', () => {
  const source = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    function isNow(time) { return time == request.time; }
    match /rooms/{room} {
      allow get, list: if true;
      allow read;
      match /{rest=**} {
        function f(a, b) { let c = a; let d = b; return c < d; }
        allow write: if f(1, 2);
      }
    }
  }
}`;
  const service = readRules(source);
  const root = service.blocks[0];
  const rooms = root?.blocks[0];
  it('are blocks within blocks', () => {
    const pattern = (block: Block | undefined) =>
      block?.pattern.map(({ start, end }) => source.slice(start, end));
    expect(pattern(service)).toEqual([]);
    expect(pattern(root)).toEqual(['databases', '{database}', 'documents']);
    expect(pattern(rooms)).toEqual(['rooms', '{room}']);
    expect(rooms?.blocks[0]?.pattern).toMatchObject([{ name: 'rest', isVariable: true, deep: true }]);
  });
  it('have functions with their names for values', () => {
    expect(root?.functions).toMatchObject([{ name: 'isNow', params: ['time'], lets: [] }]);
    expect(rooms?.blocks[0]?.functions).toMatchObject([
      { params: ['a', 'b'], lets: [{ name: 'c' }, { name: 'd' }], result: { sign: '<' } },
    ]);
  });
  it('allow operations, with a condition or without', () => {
    const [some, all] = rooms?.allows ?? [];
    expect(some?.operations.map(({ text }) => text)).toEqual(['get', 'list']);
    expect(source.slice(some?.start, some?.end)).toBe('allow get, list: if true;');
    expect(all?.condition).toBeUndefined();
  });
  it.each([
    ['match rooms { }', 'a path'],
    ['deny read;', 'function, allow or match'],
    ['function f() { let a = 1; }', '"return"'],
    ['allow read: true;', '"if"'],
    ['match /a/{b=*} { }', '"**"'],
  ])('say what should stand where they break off: %s', (body, wanted) => {
    expect(() => readRules(`service cloud.firestore { ${body} }`)).toThrow(`${wanted} should stand`);
  });
  it('are those of this project', () => {
    const file = readFileSync(new URL('../../../firestore.rules', import.meta.url), 'utf8');
    expect([...sitesIn(readRules(file))].length).toBeGreaterThan(1_000);
  });
});
