import type { Case } from '../../test/rules/wire/index.ts';
import { askedIn, type Clause, clausesIn, isFor } from './clauses.ts';
import type { Span } from './language/token.ts';
import type { Block } from './language/tree.ts';
import { sitesIn } from './language/walk.ts';
import type { Change, Rules } from './operators/operator.ts';

/**
 * The rules with a change, and without what none of these clauses needs: all other clauses, and the functions that only they call.
 * The emulator takes the longer to load rules the longer they are, and this is most of the time that a mutant takes.
 */
export function pruned({ source, service }: Rules, change: Change, clauses: Iterable<Clause>): string {
  const needed = [...clauses].filter(({ allow }) => !isTakenAway(allow, change));
  const kept = new Set<object>(needed.flatMap(({ allow, calls }) => [allow, ...calls]));
  // `prior` made `after` calls what may not have been called before.
  const named: readonly string[] = change.to.match(/[A-Za-z_]\w*/g) ?? [];
  for (const { node } of sitesIn(service))
    if (node.kind === 'function' && named.includes(node.name)) kept.add(node);
  const idle = needed.length > 0 ? idleIn(service, kept) : [];
  const isWithin = ({ start, end }: Span): boolean => start <= change.start && change.end <= end;
  const edits = [
    ...idle.map(({ start, end }) => ({ start, end, to: '' })),
    ...(idle.some(isWithin) ? [] : [change]),
  ];
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, to }) => text.slice(0, start) + to + text.slice(end), source)
    .replace(/^\s*\/\/.*\n|^\s*\n/gm, '');
}

const isTakenAway = (allow: Span, { start, end, to }: Change): boolean =>
  to === '' && start === allow.start && end === allow.end;

/** What of the rules a case asks for: all clauses that can have a say in it, and what they call. */
export function partOf(rules: Rules): (one: Case) => string {
  const clauses = clausesIn(rules.service);
  return (one) => {
    const asked = askedIn(one);
    const mine = clauses.filter((clause) => asked.some((what) => isFor(clause, what)));
    return pruned(rules, { start: 0, end: 0, to: '' }, mine);
  };
}

/** What is not needed. A block goes with its last clause: the emulator takes no empty ones. */
const idleIn = (block: Block, kept: ReadonlySet<object>): Span[] => [
  ...[...block.allows, ...block.functions].filter((one) => !kept.has(one)),
  ...block.blocks.flatMap((inner) => (isNeeded(inner, kept) ? idleIn(inner, kept) : [inner])),
];

const isNeeded = ({ allows, blocks }: Block, kept: ReadonlySet<object>): boolean =>
  allows.some((allow) => kept.has(allow)) || blocks.some((block) => isNeeded(block, kept));
