import type { Mutant } from './mutate.ts';
import type { Outcome } from './trial.ts';

/** Mutants that no case can kill, by id, with the reason why they are no other rules. */
export type Equivalents = Readonly<Record<string, string>>;

/** Of all valid mutants, so many may be called equivalent. */
const EQUIVALENT_MOST = 0.03;

export type Count = {
  readonly operator: string;
  readonly killed: number;
  readonly survived: number;
  readonly equivalent: number;
  readonly invalid: number;
};

export type Score = {
  readonly counts: readonly Count[];
  readonly total: Count;
  /** Killed, of the valid ones that are not equivalent; 0 where there are none. */
  readonly score: number;
  readonly survivors: readonly Mutant[];
  /** What is wrong with the list of equivalent mutants, in sentences. */
  readonly wrong: readonly string[];
};

/** Sums up what became of mutants. `all` are those there are, where only some were tried. */
export function scoreOf(
  outcomes: readonly Outcome[],
  all: readonly Mutant[],
  equivalents: Equivalents,
): Score {
  const isEquivalent = ({ id }: Mutant): boolean => id in equivalents;
  const count = (operator: string, mine: readonly Outcome[]): Count => {
    const survived = mine.filter(({ fate }) => fate === 'survived');
    const equivalent = survived.filter(({ mutant }) => isEquivalent(mutant)).length;
    return {
      operator,
      killed: mine.filter(({ fate }) => fate === 'killed').length,
      survived: survived.length - equivalent,
      equivalent,
      invalid: mine.filter(({ fate }) => fate === 'invalid').length,
    };
  };
  const names = [...new Set(outcomes.map(({ mutant }) => mutant.operator.name))];
  const total = count('all', outcomes);
  const counted = total.killed + total.survived;
  return {
    counts: names.map((name) =>
      count(
        name,
        outcomes.filter(({ mutant }) => mutant.operator.name === name),
      ),
    ),
    total,
    score: counted > 0 ? total.killed / counted : 0,
    survivors: outcomes
      .filter(({ fate, mutant }) => fate === 'survived' && !isEquivalent(mutant))
      .map(({ mutant }) => mutant),
    wrong: [...wrongEntries(outcomes, all, equivalents), ...tooMany(total, all, equivalents)],
  };
}

function wrongEntries(
  outcomes: readonly Outcome[],
  all: readonly Mutant[],
  equivalents: Equivalents,
): string[] {
  const ids = new Set(all.map(({ id }) => id));
  const unknown = Object.keys(equivalents).filter((id) => !ids.has(id));
  return [
    ...unknown.map((id) => `"${id}" is listed as equivalent, and there is no such mutant.`),
    ...outcomes.flatMap((outcome) => {
      if (!(outcome.mutant.id in equivalents) || outcome.fate === 'survived') return [];
      const what =
        outcome.fate === 'killed' ? `"${outcome.by.about}: ${outcome.by.name}" kills it` : 'it is invalid';
      return [`"${outcome.mutant.id}" is listed as equivalent, and ${what}.`];
    }),
  ];
}

function tooMany({ invalid }: Count, all: readonly Mutant[], equivalents: Equivalents): string[] {
  const listed = Object.keys(equivalents).length;
  const most = Math.floor((all.length - invalid) * EQUIVALENT_MOST);
  return listed > most ? [`${listed} mutants are listed as equivalent, where ${most} may be.`] : [];
}
