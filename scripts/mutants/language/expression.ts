import type { Reader } from './reader.ts';
import type { Expression } from './tree.ts';

/**
 * Signs between two operands, from those that bind least. The documentation has `in` and `is` above `==`; the emulator reads
 * `a in b == c` as `a in (b == c)`.
 */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['in', 'is'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

export function readExpression(reader: Reader): Expression {
  const test = readBinary(reader, 0);
  if (!reader.take('?')) return test;
  const yes = readExpression(reader);
  reader.want(':');
  const no = readExpression(reader);
  return { kind: 'ternary', test, yes, no, start: test.start, end: no.end };
}

function readBinary(reader: Reader, level: number): Expression {
  const signs = LEVELS[level];
  if (!signs) return readUnary(reader);
  let left = readBinary(reader, level + 1);
  while (reader.isNext(...signs)) {
    const at = reader.next();
    const right = at.text === 'is' ? readType(reader) : readBinary(reader, level + 1);
    left = { kind: 'binary', sign: at.text, at, left, right, start: left.start, end: right.end };
  }
  return left;
}

function readType(reader: Reader): Expression {
  const { text, start, end } = reader.word();
  return { kind: 'name', text, start, end };
}

function readUnary(reader: Reader): Expression {
  const { start } = reader.peek();
  for (const sign of ['!', '-'] as const) {
    if (!reader.take(sign)) continue;
    const operand = readUnary(reader);
    return { kind: 'unary', sign, operand, start, end: operand.end };
  }
  return readPostfix(reader);
}

function readPostfix(reader: Reader): Expression {
  let whole = readOperand(reader);
  const { start } = whole;
  for (;;) {
    if (reader.take('.')) {
      const at = reader.word();
      whole = { kind: 'member', object: whole, property: at.text, at, start, end: at.end };
    } else if (reader.take('(')) {
      const args = reader.until(')', () => readExpression(reader));
      whole = { kind: 'call', callee: whole, args, start, end: reader.end };
    } else if (reader.take('[')) {
      const from = readExpression(reader);
      const indices = reader.take(':') ? [from, readExpression(reader)] : [from];
      reader.want(']');
      whole = { kind: 'index', object: whole, indices, start, end: reader.end };
    } else return whole;
  }
}

function readOperand(reader: Reader): Expression {
  const token = reader.peek();
  const { start, end, text } = token;
  if (token.kind === 'number' || token.kind === 'text') {
    reader.next();
    return { kind: token.kind, text, start, end };
  }
  if (token.kind === 'word') {
    reader.next();
    return { kind: 'name', text, start, end };
  }
  if (reader.take('(')) {
    const inner = readExpression(reader);
    reader.want(')');
    return { kind: 'group', inner, start, end: reader.end };
  }
  if (reader.take('[')) {
    const items = reader.until(']', () => readExpression(reader));
    return { kind: 'list', items, start, end: reader.end };
  }
  if (reader.take('{')) {
    const entries = reader.until('}', () => readEntry(reader));
    return { kind: 'map', entries, start, end: reader.end };
  }
  return reader.isNext('/') ? readPath(reader) : reader.fail('an expression');
}

function readEntry(reader: Reader): readonly [Expression, Expression] {
  const key = readExpression(reader);
  reader.want(':');
  return [key, readExpression(reader)];
}

/** A name in a path may hold what is no word, like a hyphen: it goes on as long as no space comes between. */
function readPath(reader: Reader): Expression {
  const { start } = reader.peek();
  const parts: Expression[] = [];
  while (reader.take('/')) {
    if (reader.take('$')) {
      reader.want('(');
      parts.push(readExpression(reader));
      reader.want(')');
    } else if (reader.take('(')) {
      reader.word();
      reader.want(')');
    } else {
      do reader.next();
      while (reader.peek().start === reader.end && (reader.peek().kind !== 'sign' || reader.isNext('-')));
    }
  }
  return { kind: 'path', parts, start, end: reader.end };
}
