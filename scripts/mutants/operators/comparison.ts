import type { Site } from '../language/walk.ts';
import { type Change, instead, type Operator, parentOf } from './operator.ts';
import { isDuration } from './time.ts';

const ORDERS = ['<', '<=', '>', '>='];
const OPPOSITES: Readonly<Record<string, string>> = { '==': '!=', '!=': '==', '+': '-', '-': '+' };

const compared = ({ node }: Site): Change[] =>
  node.kind === 'binary' && ORDERS.includes(node.sign)
    ? ORDERS.filter((sign) => sign !== node.sign).map((sign) => instead(node.at, sign, sign))
    : [];

const opposed =
  (signs: readonly string[]) =>
  ({ node }: Site): Change[] => {
    const opposite = node.kind === 'binary' && signs.includes(node.sign) ? OPPOSITES[node.sign] : undefined;
    return node.kind === 'binary' && opposite ? [instead(node.at, opposite)] : [];
  };

/** A number one more and one less. Durations have an operator of their own. */
const numbers = (site: Site): Change[] => {
  const { node } = site;
  if (node.kind !== 'number' || isDuration(parentOf(site))) return [];
  return [1, -1].map((step) => {
    const next = Number(node.text) + step;
    return instead(node, next < 0 ? `(${next})` : String(next), step > 0 ? '+' : '-');
  });
};

const typeDropped = ({ node }: Site): Change[] =>
  node.kind === 'binary' && node.sign === 'is' ? [instead(node, 'true')] : [];

export const COMPARISON: readonly Operator[] = [
  { name: 'compare', noticed: 'denied', changes: compared },
  { name: 'equal', noticed: 'allowed', changes: opposed(['==', '!=']) },
  { name: 'plus-minus', noticed: 'allowed', changes: opposed(['+', '-']) },
  { name: 'number', noticed: 'denied', changes: numbers },
  { name: 'drop-is', noticed: 'denied', changes: typeDropped },
];
