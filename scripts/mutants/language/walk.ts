import type { Allow, Block, Expression, Function, Segment } from './tree.ts';

/** Whatever a rules file is made of. */
export type Node = Block | Function | Allow | Expression | (Segment & { readonly kind: 'segment' });

/** A node and what it lies in, from the outermost on. */
export type Site = { readonly node: Node; readonly within: readonly Node[] };

/** A block, and all that lies in it, each node before what it is made of. */
export function* sitesIn(node: Node, within: readonly Node[] = []): Generator<Site> {
  yield { node, within };
  for (const part of partsOf(node)) yield* sitesIn(part, [...within, node]);
}

function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'block': {
      const pattern = node.pattern.map((segment) => ({ ...segment, kind: 'segment' as const }));
      return [...pattern, ...node.functions, ...node.allows, ...node.blocks];
    }
    case 'function':
      return [...node.lets.map(({ value }) => value), node.result];
    case 'allow':
      return node.condition ? [node.condition] : [];
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'ternary':
      return [node.test, node.yes, node.no];
    case 'call':
      return [node.callee, ...node.args];
    case 'member':
      return [node.object];
    case 'index':
      return [node.object, ...node.indices];
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flat();
    case 'path':
      return node.parts;
    case 'group':
      return [node.inner];
    case 'number':
    case 'text':
    case 'name':
    case 'segment':
      return [];
  }
}

/** The operands of a chain of one sign: three for `a && b && c`. */
export function operandsOf(node: Expression, sign: string): readonly Expression[] {
  if (node.kind !== 'binary' || node.sign !== sign) return [node];
  return [...operandsOf(node.left, sign), node.right];
}

/** What is called: `exists` for `exists(…)`, `hasOnly` with its object for `x.hasOnly(…)`. */
export function calledBy(node: Node): { readonly name: string; readonly object?: Expression } | undefined {
  if (node.kind !== 'call') return undefined;
  if (node.callee.kind === 'name') return { name: node.callee.text };
  if (node.callee.kind === 'member') return { name: node.callee.property, object: node.callee.object };
  return undefined;
}

/** What a text in the rules says, without its quotes. */
export const said = (node: Expression): string | undefined =>
  node.kind === 'text' ? node.text.slice(1, -1) : undefined;
