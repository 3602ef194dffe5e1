import type { Case } from '../../../test/rules/wire/index.ts';
import { boundBy, type Clause, clausesIn } from '../clauses.ts';
import { readRules } from '../language/ruleset.ts';
import { evaluate } from './evaluate.ts';
import { type Sight, sightsOf } from './sight.ts';
import { UNKNOWN } from './value.ts';

/** What the rules will say to a case; `unknown` where the emulator has to be asked. */
export type Foreseen = 'allowed' | 'denied' | 'unknown';

/** Some rules: their text, and their clauses. */
type Law = { readonly source: string; readonly clauses: readonly Clause[] };

/**
 * Reckons what cases come to under some rules without asking the emulator, a hundred times as fast. What it says is a reason to
 * ask a case or not to, and never a verdict: a mutant is killed by what the emulator says.
 */
export function foresight(now = Date.now()): (rules: string) => (one: Case) => Foreseen {
  const known = new Map<Case, readonly Sight[] | undefined>();
  const sights = (one: Case): readonly Sight[] | undefined => {
    if (!known.has(one)) known.set(one, sightsOf(one, now));
    return known.get(one);
  };
  return (source) => {
    const law = { source, clauses: clausesIn(readRules(source)) };
    return (one) => foresee(law, sights(one));
  };
}

/** What a case comes to by some rules, reckoned without asking anybody. */
function foresee({ source, clauses }: Law, sights: readonly Sight[] | undefined): Foreseen {
  if (!sights) return 'unknown';
  const verdicts = sights.map((sight) => verdictOf(source, clauses, sight));
  if (verdicts.includes('denied')) return 'denied';
  return verdicts.includes('unknown') ? 'unknown' : 'allowed';
}

function verdictOf(
  source: string,
  clauses: readonly Clause[],
  { asked, names, before, after }: Sight,
): Foreseen {
  let isKnown = true;
  for (const clause of clauses) {
    const bound = boundBy(clause, asked);
    if (!bound || (asked.group !== undefined && !isForAll(clause))) continue;
    const variables = Object.entries(bound).map(([name, part]) => [name, part ?? UNKNOWN]);
    const { condition } = clause.allow;
    const { functions } = clause;
    const says = condition
      ? evaluate(condition, {
          source,
          functions,
          before,
          after,
          names: { ...names, ...Object.fromEntries(variables) },
        })
      : true;
    if (says === true) return 'allowed';
    if (says === UNKNOWN) isKnown = false;
  }
  return isKnown ? 'denied' : 'unknown';
}

/** Whether a clause is for documents wherever they are: only such a one allows a list of a collection group. */
const isForAll = ({ within }: Clause): boolean =>
  within.find(({ pattern }) => pattern[0] && pattern[0].name !== 'databases')?.pattern[0]?.deep === true;
