/** A stretch of the source: offsets of its first character and of the one after its last. */
export type Span = { readonly start: number; readonly end: number };

export type Token = Span & {
  readonly kind: 'word' | 'number' | 'text' | 'sign' | 'end';
  readonly text: string;
};

/** What a token looks like, tried in this order. Space and comments are passed over. */
const SHAPES: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+|\/\/[^\n]*|\/\*[^]*?\*\//y],
  ['word', /[A-Za-z_]\w*/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['text', /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y],
  ['sign', /\|\||&&|==|!=|<=|>=|\*\*|[-+*/%<>!?:;,.=$(){}[\]]/y],
];

/** Line and column of a place, both from 1. */
export function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Something in the rules that this reader does not know. */
export class RulesError extends Error {
  override readonly name = 'RulesError';
  constructor(source: string, offset: number, what: string) {
    const { line, column } = placeOf(source, offset);
    super(`The rules, line ${line}, column ${column}: ${what}.`);
  }
}

/** The tokens of a rules file, the last of them its end. Throws on what can be no token. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  while (start < source.length) {
    const found = shapeAt(source, start);
    if (!found) throw new RulesError(source, start, `there can be no ${JSON.stringify(source[start])} here`);
    const { kind, end } = found;
    if (kind !== 'space') tokens.push({ kind, text: source.slice(start, end), start, end });
    start = end;
  }
  tokens.push({ kind: 'end', text: 'the end', start, end: start });
  return tokens;
}

function shapeAt(source: string, start: number) {
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = start;
    if (shape.test(source)) return { kind, end: shape.lastIndex };
  }
  return undefined;
}
