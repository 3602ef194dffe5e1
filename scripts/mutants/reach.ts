import type { Case } from '../../test/rules/wire/index.ts';
import { type Asked, askedIn, type Clause, clausesIn, isFor } from './clauses.ts';
import { readRules } from './language/ruleset.ts';
import type { Node } from './language/walk.ts';
import type { Mutant } from './mutate.ts';
import type { Rules } from './operators/operator.ts';
import { pruned } from './prune.ts';

/** The cases that a change of the rules can reach at all, and rules with the change that hold whatever these cases ask for. */
export type Reached = { readonly cases: readonly Case[]; readonly source: string };

/**
 * Finds what a mutant reaches: the cases that ask for an operation on a path that an `allow` is for in which the change lies, or in
 * a function that it calls. It may take in a case too many, never one too few.
 */
export function reachOf(rules: Rules, cases: readonly Case[]): (mutant: Mutant) => Reached {
  const clauses = clausesIn(rules.service);
  const asked = new Map(cases.map((one) => [one, askedIn(one)]));
  const asks = (one: Case, clause: Clause): boolean =>
    asked.get(one)?.some((what) => isFor(clause, what)) ?? false;
  const byCase = new Map(cases.map((one) => [one, clauses.filter((clause) => asks(one, clause))]));
  const neededBy = (some: readonly Case[]): ReadonlySet<Clause> =>
    new Set(some.flatMap((one) => byCase.get(one) ?? []));

  type Whom = { readonly cases: readonly Case[]; readonly clauses: ReadonlySet<Clause> };
  const byDeclaration = new Map<Node, Whom>();
  const within = (declared: Node): Whom => {
    const isMine = ({ allow, calls }: Clause): boolean =>
      declared.kind === 'function' ? calls.has(declared) : allow === declared;
    const known = byDeclaration.get(declared);
    const mine = known?.cases ?? cases.filter((one) => byCase.get(one)?.some(isMine));
    const whom = known ?? { cases: mine, clauses: neededBy(mine) };
    byDeclaration.set(declared, whom);
    return whom;
  };

  /** A pattern or a list of operations that is changed is for something else than it was. */
  const elsewhere = ({ source, site }: Mutant): Whom => {
    const otherwise = clausesIn(readRules(source));
    const home = site.within.at(-1);
    const changed = clauses.flatMap((clause, nth) => {
      const isChanged =
        clause.allow === site.node ||
        (site.node.kind === 'segment' && clause.within.some((block) => block === home));
      const other = otherwise[nth];
      return isChanged && other ? [clause, other] : [];
    });
    const isMet = (what: Asked): boolean => changed.some((clause) => isFor(clause, what));
    const mine = cases.filter((one) => asked.get(one)?.some(isMet));
    return { cases: mine, clauses: new Set([...neededBy(mine), ...changed]) };
  };

  return (mutant) => {
    const { site, operator, change } = mutant;
    const declared = [...site.within, site.node].find(
      (node) => node.kind === 'function' || node.kind === 'allow',
    );
    const whom = declared && operator.name !== 'widen-operation' ? within(declared) : elsewhere(mutant);
    return { cases: whom.cases, source: pruned(rules, change, whom.clauses) };
  };
}
