import type { Site } from '../language/walk.ts';
import { type Change, instead, type Operator } from './operator.ts';

const WIDER: Readonly<Record<string, string>> = {
  get: 'read',
  list: 'read',
  create: 'write',
  update: 'write',
  delete: 'write',
};

/** The operations that a word in an `allow` stands for. */
export function operationsOf(word: string): readonly string[] {
  const narrower = Object.keys(WIDER).filter((operation) => WIDER[operation] === word);
  return narrower.length > 0 ? narrower : [word];
}

const setOf = (words: readonly string[]): string =>
  [...new Set(words.flatMap(operationsOf))].sort().join(' ');

/** `create` made `write`, `get` made `read`: each set of operations once. */
const widened = ({ node }: Site): Change[] => {
  if (node.kind !== 'allow') return [];
  const words = node.operations.map(({ text }) => text);
  const seen = new Set([setOf(words)]);
  return node.operations.flatMap((operation, index) => {
    const wider = WIDER[operation.text];
    const becomes = wider && setOf(words.with(index, wider));
    if (!becomes || seen.has(becomes)) return [];
    seen.add(becomes);
    return [instead(operation, wider, wider)];
  });
};

/** One of several operations left out. */
const narrowed = ({ node }: Site): Change[] => {
  if (node.kind !== 'allow' || node.operations.length < 2) return [];
  const [first, last] = [node.operations[0], node.operations.at(-1)];
  if (!first || !last) return [];
  return node.operations.map((operation) => {
    const rest = node.operations.filter((other) => other !== operation);
    return instead(
      { start: first.start, end: last.end },
      rest.map(({ text }) => text).join(', '),
      operation.text,
    );
  });
};

const forced =
  (condition: string) =>
  ({ node }: Site): Change[] => {
    if (node.kind !== 'allow') return [];
    if (node.condition) return [instead(node.condition, condition)];
    const last = node.operations.at(-1);
    return last && condition === 'false' ? [instead({ start: last.end, end: last.end }, ': if false')] : [];
  };

const removed = ({ node }: Site): Change[] => (node.kind === 'allow' ? [instead(node, '')] : []);

/** `{room}` made `{room=**}`, and the other way. The database is not asked for by anybody. */
const deepened = ({ node }: Site): Change[] => {
  if (node.kind !== 'segment' || !node.isVariable || node.name === 'database') return [];
  return [instead(node, node.deep ? `{${node.name}}` : `{${node.name}=**}`)];
};

export const ALLOW: readonly Operator[] = [
  { name: 'widen-operation', noticed: 'denied', changes: widened },
  { name: 'narrow-operation', noticed: 'allowed', changes: narrowed },
  { name: 'force-true', noticed: 'denied', changes: forced('true') },
  { name: 'force-false', noticed: 'allowed', changes: forced('false') },
  { name: 'remove-allow', noticed: 'allowed', changes: removed },
  { name: 'recursive', noticed: 'denied', changes: deepened },
];
