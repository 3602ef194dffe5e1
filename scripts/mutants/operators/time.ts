import type { Expression } from '../language/tree.ts';
import { calledBy, type Node, type Site, said } from '../language/walk.ts';
import { type Change, instead, type Operator, parentOf, type Rules, textOf } from './operator.ts';

const isTime = (node: Node): boolean =>
  node.kind === 'member' &&
  node.property === 'time' &&
  node.object.kind === 'name' &&
  node.object.text === 'request';

const reckonsWithTime = (node: Expression): boolean =>
  isTime(node) ||
  (node.kind === 'binary' &&
    ['+', '-'].includes(node.sign) &&
    (reckonsWithTime(node.left) || reckonsWithTime(node.right)));

/** Whether this compares something with the time of the request. */
export const asksTheTime = (node: Expression): boolean =>
  node.kind === 'binary' &&
  ['==', '!=', '<', '<=', '>', '>='].includes(node.sign) &&
  (reckonsWithTime(node.left) || reckonsWithTime(node.right));

const timeDropped = ({ node }: Site): Change[] =>
  node.kind === 'binary' && asksTheTime(node) ? [instead(node, 'true')] : [];

const timeShifted = ({ node }: Site): Change[] =>
  isTime(node)
    ? ['+', '-'].map((sign) => instead(node, `(request.time ${sign} duration.value(1, 's'))`, sign))
    : [];

export const isDuration = (node: Node | undefined): boolean => {
  const called = node && calledBy(node);
  return called?.object?.kind === 'name' && called.object.text === 'duration';
};

/** The unit next to it. */
const UNITS: Readonly<Record<string, string>> = { w: 'd', d: 'h', h: 'm', m: 's', s: 'm', ms: 's', ns: 'ms' };

/** Each number in a duration one more and one less, and its unit another. */
const durations = (site: Site, rules: Rules): Change[] => {
  const { node } = site;
  const parent = parentOf(site);
  if (parent?.kind !== 'call' || !isDuration(parent) || parent.callee === node) return [];
  const unit = node.kind === 'text' ? said(node) : undefined;
  if (unit !== undefined) return UNITS[unit] ? [instead(node, `'${UNITS[unit]}'`, UNITS[unit])] : [];
  return ['+', '-'].map((sign) => instead(node, `${textOf(rules, node)} ${sign} 1`, sign));
};

export const TIME: readonly Operator[] = [
  { name: 'drop-time', noticed: 'denied', changes: timeDropped },
  { name: 'shift-time', noticed: 'allowed', changes: timeShifted },
  { name: 'duration', noticed: 'denied', changes: durations },
];
