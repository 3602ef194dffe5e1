import { calledBy, type Site } from '../language/walk.ts';
import { type Change, instead, type Operator } from './operator.ts';

/** What is read before a write and after it. */
const SIDES: Readonly<Record<string, string>> = {
  get: 'getAfter',
  getAfter: 'get',
  exists: 'existsAfter',
  existsAfter: 'exists',
};

/** The rules' own names for the document before a write and after it. */
const OWN_SIDES: Readonly<Record<string, string>> = { prior: 'after', after: 'prior' };

const otherSide =
  (sides: Readonly<Record<string, string>>) =>
  ({ node }: Site): Change[] => {
    const called = calledBy(node);
    const other = called && !called.object ? sides[called.name] : undefined;
    return node.kind === 'call' && other ? [instead(node.callee, other)] : [];
  };

/** `resource` made `request.resource`, and the other way. */
const otherResource = ({ node }: Site): Change[] => {
  if (node.kind === 'name' && node.text === 'resource') return [instead(node, 'request.resource')];
  const isAfter =
    node.kind === 'member' &&
    node.property === 'resource' &&
    node.object.kind === 'name' &&
    node.object.text === 'request';
  return isAfter ? [instead(node, 'resource')] : [];
};

export const ACCESS: readonly Operator[] = [
  { name: 'get-after', noticed: 'denied', changes: otherSide(SIDES) },
  { name: 'prior-after', noticed: 'allowed', changes: otherSide(OWN_SIDES) },
  { name: 'resource', noticed: 'allowed', changes: otherResource },
];
