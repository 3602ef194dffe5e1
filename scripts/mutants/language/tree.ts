import type { Span } from './token.ts';

/** An expression of the rules language: https://firebase.google.com/docs/reference/rules/rules */
export type Expression = Span &
  (
    | { readonly kind: 'number' | 'text' | 'name'; readonly text: string }
    | { readonly kind: 'unary'; readonly sign: '!' | '-'; readonly operand: Expression }
    | {
        readonly kind: 'binary';
        readonly sign: string;
        readonly at: Span;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'ternary';
        readonly test: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
    | { readonly kind: 'member'; readonly object: Expression; readonly property: string; readonly at: Span }
    | { readonly kind: 'index'; readonly object: Expression; readonly indices: readonly Expression[] }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'map'; readonly entries: readonly (readonly [key: Expression, value: Expression])[] }
    /** `/rooms/$(room)`: `parts` are the expressions in it. */
    | { readonly kind: 'path'; readonly parts: readonly Expression[] }
    | { readonly kind: 'group'; readonly inner: Expression }
  );

/** `function isNow(time) { let … return …; }` */
export type Function = Span & {
  readonly kind: 'function';
  readonly name: string;
  readonly params: readonly string[];
  readonly lets: readonly { readonly name: string; readonly value: Expression }[];
  readonly result: Expression;
};

/** `allow get, list: if …;`, also without a condition. */
export type Allow = Span & {
  readonly kind: 'allow';
  readonly operations: readonly (Span & { readonly text: string })[];
  readonly condition: Expression | undefined;
};

/** A part of a pattern: `rooms`, `{room}`, or, with `deep`, `{path=**}`. */
export type Segment = Span & { readonly name: string; readonly isVariable: boolean; readonly deep: boolean };

/** `match /rooms/{room} { … }`; the service is one with an empty pattern. */
export type Block = Span & {
  readonly kind: 'block';
  readonly pattern: readonly Segment[];
  readonly functions: readonly Function[];
  readonly allows: readonly Allow[];
  readonly blocks: readonly Block[];
};
