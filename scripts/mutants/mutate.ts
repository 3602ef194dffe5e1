import { readRules } from './language/ruleset.ts';
import { placeOf } from './language/token.ts';
import type { Block, Segment } from './language/tree.ts';
import { type Node, type Site, sitesIn } from './language/walk.ts';
import { OPERATORS } from './operators/index.ts';
import type { Change, Operator, Rules } from './operators/operator.ts';

/** The rules, wrong in one place. */
export type Mutant = {
  /**
   * The declaration it lies in, line and column counted from there, and the operator: `people/isPage 2:9 drop-conjunct 1`.
   * What is changed elsewhere in the rules does not change it.
   */
  readonly id: string;
  readonly operator: Operator;
  /** The collection of the block it lies in, as cases name it; `documents` for what all blocks share. */
  readonly about: string;
  readonly line: number;
  readonly column: number;
  /** What is otherwise, without line breaks. */
  readonly before: string;
  readonly after: string;
  readonly change: Change;
  /** The whole rules file. */
  readonly source: string;
  readonly site: Site;
};

export const rulesOf = (source: string): Rules => ({ source, service: readRules(source) });

/** All mutants of the rules, in the order of their places; those that come to the same text once. */
export function mutantsOf(rules: Rules): readonly Mutant[] {
  const seen = new Set([rules.source]);
  const mutants: Mutant[] = [];
  for (const site of sitesIn(rules.service))
    for (const operator of OPERATORS)
      for (const change of operator.changes(site, rules)) {
        const mutant = mutantOf(rules, site, operator, change);
        if (!seen.has(mutant.source)) mutants.push(mutant);
        seen.add(mutant.source);
      }
  return mutants.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** So many characters are shown of either end of what is changed. */
const SHOWN = 45;

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 2 * SHOWN ? `${line.slice(0, SHOWN)} … ${line.slice(-SHOWN)}` : line;
}

function mutantOf(rules: Rules, site: Site, operator: Operator, change: Change): Mutant {
  const { source } = rules;
  const { start, end, to, variant } = change;
  const place = placeOf(source, start);
  const home = homeOf(site);
  const line = place.line - placeOf(source, home.node.start).line + 1;
  const id = `${home.name} ${line}:${place.column} ${operator.name}${variant === undefined ? '' : ` ${variant}`}`;
  return {
    id,
    operator,
    about: collectionOf(blocksOf(site).at(-1)),
    ...place,
    before: shown(source.slice(start, end)),
    after: shown(to),
    change,
    source: source.slice(0, start) + to + source.slice(end),
    site,
  };
}

const blocksOf = ({ node, within }: Site): Block[] => [...within, node].filter((one) => one.kind === 'block');

/** The collection of a block: the last name in its pattern that is no variable. */
export const collectionOf = (block: Block | undefined): string =>
  block?.pattern.findLast(({ isVariable }) => !isVariable)?.name ?? 'service';

/** The declaration that a site lies in, and a name for it: `rooms/members/joins`, `rooms/members allow list`. */
function homeOf(site: Site): { readonly node: Node; readonly name: string } {
  const blocks = blocksOf(site);
  const block = blocks.at(-1);
  const path = blocks.flatMap(({ pattern }) => pattern.flatMap(nameOf)).join('/');
  const declared = [...site.within, site.node].find(({ kind }) => kind === 'function' || kind === 'allow');
  if (declared?.kind === 'function')
    return { node: declared, name: path ? `${path}/${declared.name}` : declared.name };
  if (!block) throw new Error('What lies in no block has no home.');
  if (declared?.kind !== 'allow') return { node: block, name: path || 'service' };
  const alike = block.allows.map(({ operations }) => `allow ${operations.map(({ text }) => text).join(',')}`);
  const index = block.allows.indexOf(declared);
  const times = alike.slice(0, index + 1).filter((name) => name === alike[index]).length;
  return { node: declared, name: `${path} ${alike[index]}${times > 1 ? `#${times}` : ''}` };
}

/** The part of a pattern in the name of what lies there: variables and the database have none. */
function nameOf({ name, isVariable, deep }: Segment): string[] {
  if (isVariable) return deep ? ['**'] : [];
  return name === 'databases' || name === 'documents' ? [] : [name];
}
