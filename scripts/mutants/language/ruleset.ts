import { readExpression } from './expression.ts';
import { Reader } from './reader.ts';
import type { Allow, Block, Function, Segment } from './tree.ts';

/** The one service of a rules file, with all that lies in it. Throws where something stands that it does not know. */
export function readRules(source: string): Block {
  const reader = new Reader(source);
  while (!reader.isNext('service')) reader.next();
  const { start } = reader.next();
  while (!reader.isNext('{')) reader.next();
  const service = readBody(reader, start, []);
  if (reader.peek().kind !== 'end') reader.fail('the end');
  return service;
}

function readBody(reader: Reader, start: number, pattern: readonly Segment[]): Block {
  const functions: Function[] = [];
  const allows: Allow[] = [];
  const blocks: Block[] = [];
  reader.want('{');
  while (!reader.take('}')) {
    const token = reader.peek();
    if (reader.take('function')) functions.push(readFunction(reader, token.start));
    else if (reader.take('allow')) allows.push(readAllow(reader, token.start));
    else if (reader.take('match')) blocks.push(readBody(reader, token.start, readPattern(reader)));
    else reader.fail('function, allow or match');
  }
  return { kind: 'block', pattern, functions, allows, blocks, start, end: reader.end };
}

function readPattern(reader: Reader): Segment[] {
  const pattern: Segment[] = [];
  while (reader.take('/')) {
    const { start } = reader.peek();
    const isVariable = !!reader.take('{');
    const { text: name } = reader.word();
    const deep = isVariable && !!reader.take('=');
    if (deep) reader.want('**');
    if (isVariable) reader.want('}');
    pattern.push({ name, isVariable, deep, start, end: reader.end });
  }
  return pattern.length > 0 ? pattern : reader.fail('a path');
}

function readFunction(reader: Reader, start: number): Function {
  const { text: name } = reader.word();
  reader.want('(');
  const params = reader.until(')', () => reader.word().text);
  reader.want('{');
  const lets: { name: string; value: ReturnType<typeof readExpression> }[] = [];
  while (reader.take('let')) {
    const { text } = reader.word();
    reader.want('=');
    lets.push({ name: text, value: readExpression(reader) });
    reader.want(';');
  }
  reader.want('return');
  const result = readExpression(reader);
  reader.take(';');
  reader.want('}');
  return { kind: 'function', name, params, lets, result, start, end: reader.end };
}

function readAllow(reader: Reader, start: number): Allow {
  const operations = [reader.word()];
  while (reader.take(',')) operations.push(reader.word());
  let condition: Allow['condition'];
  if (reader.take(':')) {
    reader.want('if');
    condition = readExpression(reader);
  }
  reader.take(';');
  return { kind: 'allow', operations, condition, start, end: reader.end };
}
