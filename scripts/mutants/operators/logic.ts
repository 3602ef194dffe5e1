import type { Expression } from '../language/tree.ts';
import { calledBy, type Node, operandsOf, type Site } from '../language/walk.ts';
import { type Change, instead, type Operator, parentOf, type Rules, textOf } from './operator.ts';
import { asksTheTime } from './time.ts';

/** The operands of a chain that begins at this node; nothing where none does. */
function chainAt(site: Site, sign: string): readonly Expression[] {
  const { node } = site;
  const parent = parentOf(site);
  if (node.kind !== 'binary' || node.sign !== sign) return [];
  return parent?.kind === 'binary' && parent.sign === sign && parent.left === node
    ? []
    : operandsOf(node, sign);
}

/** `a && b && c` with one sign turned: `(a || b) && c`, `(a && b || c)`. */
const turned =
  (sign: string, other: string) =>
  (site: Site, rules: Rules): Change[] => {
    const [first, ...rest] = chainAt(site, sign);
    return rest.map((operand, index) => {
      const left = { start: first?.start ?? 0, end: (index === 0 ? first : rest[index - 1])?.end ?? 0 };
      const before = sign === '||' ? `(${textOf(rules, left)})` : textOf(rules, left);
      return instead(
        { start: left.start, end: operand.end },
        `(${before} ${other} ${textOf(rules, operand)})`,
        `${index + 1}`,
      );
    });
  };

/** Checks that another operator drops. */
const isDroppedElsewhere = (node: Expression): boolean =>
  node.kind === 'binary' && (node.sign === 'is' || asksTheTime(node));

const dropped =
  (sign: string) =>
  (site: Site): Change[] => {
    const operands = chainAt(site, sign);
    return operands.flatMap((operand, index) => {
      if (sign === '&&' && isDroppedElsewhere(operand)) return [];
      const next = operands[index + 1];
      const span = next
        ? { start: operand.start, end: next.start }
        : { start: operands[index - 1]?.end ?? operand.start, end: operand.end };
      return [instead(span, '', `${index + 1}`)];
    });
  };

/** Whether the rules ask of this expression whether it is true. */
function isCondition(node: Node, parent: Node | undefined): boolean {
  if (parent?.kind === 'binary') return parent.sign === '&&' || parent.sign === '||';
  if (parent?.kind === 'ternary') return parent.test === node;
  if (parent?.kind === 'allow') return true;
  if (parent?.kind !== 'function' || parent.result !== node) return false;
  return node.kind === 'group' || node.kind === 'unary' || node.kind === 'binary' || isQuestion(node);
}

const isQuestion = (node: Node): boolean => {
  const called = calledBy(node);
  return !!called && (!called.object || /^(has|matches)/.test(called.name));
};

/** Comparisons and chains are turned by their own operators, except where they are all of an `allow`. */
const isTurnedElsewhere = (node: Node, parent: Node | undefined): boolean =>
  node.kind === 'binary' && node.sign !== 'in' && node.sign !== 'is' && parent?.kind !== 'allow';

const isExistence = (node: Node): boolean => ['exists', 'existsAfter'].includes(calledBy(node)?.name ?? '');

const negated =
  (those: (node: Node) => boolean) =>
  (site: Site, rules: Rules): Change[] => {
    const { node } = site;
    const parent = parentOf(site);
    if (!isCondition(node, parent) || isTurnedElsewhere(node, parent) || !those(node)) return [];
    if (node.kind === 'unary') return [instead({ start: node.start, end: node.operand.start }, '')];
    return [instead(node, `!(${textOf(rules, node)})`, parent?.kind === 'allow' ? 'all' : undefined)];
  };

/** Which way a ternary goes, the other way round. */
const branches = ({ node }: Site, rules: Rules): Change[] => {
  if (node.kind !== 'ternary') return [];
  const [yes, no] = [textOf(rules, node.yes), textOf(rules, node.no)];
  return [
    instead(node, `(${textOf(rules, node.test)} ? ${no} : ${yes})`, 'swapped'),
    instead(node, `(${yes})`, 'yes'),
    instead(node, `(${no})`, 'no'),
  ];
};

export const LOGIC: readonly Operator[] = [
  { name: 'and-or', noticed: 'denied', changes: turned('&&', '||') },
  { name: 'or-and', noticed: 'allowed', changes: turned('||', '&&') },
  { name: 'drop-conjunct', noticed: 'denied', changes: dropped('&&') },
  { name: 'drop-disjunct', noticed: 'allowed', changes: dropped('||') },
  { name: 'negate', noticed: 'allowed', changes: negated((node) => !isExistence(node)) },
  { name: 'negate-exists', noticed: 'allowed', changes: negated(isExistence) },
  { name: 'branch', noticed: 'denied', changes: branches },
];
