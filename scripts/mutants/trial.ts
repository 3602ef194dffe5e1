import type { Case } from '../../test/rules/wire/index.ts';
import type { Mutant } from './mutate.ts';
import { Suspicion } from './suspicion.ts';

/** Where mutants are tried, one at a time: a project of the emulator. */
export type Lane = {
  /** Puts it under these rules. Resolves with what is wrong with them, where they are no rules. */
  load(rules: string): Promise<string | undefined>;
  /** Asks a case; resolves with what it saw instead of what it should see. */
  play(one: Case): Promise<string | undefined>;
};

/** What became of a mutant. One that the emulator takes for no rules is invalid, and proves nothing. */
export type Outcome =
  | { readonly fate: 'killed'; readonly mutant: Mutant; readonly by: Case; readonly asked: number }
  | { readonly fate: 'survived'; readonly mutant: Mutant; readonly asked: number }
  | { readonly fate: 'invalid'; readonly mutant: Mutant; readonly why: string };

export type Trial = {
  readonly mutants: readonly Mutant[];
  readonly cases: readonly Case[];
  readonly lanes: readonly Lane[];
  /** Whether a change of the rules can make a difference to a case. Others are not asked. */
  readonly reaches: (one: Case, mutant: Mutant) => boolean;
  readonly signal: AbortSignal;
  readonly report?: (outcome: Outcome) => void;
};

/** Tries every mutant on every case that it reaches, up to the first that disagrees. Outcomes come in the order of the mutants. */
export async function tryMutants({
  mutants,
  cases,
  lanes,
  reaches,
  signal,
  report,
}: Trial): Promise<Outcome[]> {
  const suspicion = new Suspicion(cases);
  const outcomes = new Map<Mutant, Outcome>();
  const waiting = [...mutants];
  const work = async (lane: Lane): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      signal.throwIfAborted();
      const outcome = await tryMutant(mutant, lane, suspicion, reaches);
      outcomes.set(mutant, outcome);
      report?.(outcome);
    }
  };
  await Promise.all(lanes.map(work));
  return mutants.flatMap((mutant) => outcomes.get(mutant) ?? []);
}

async function tryMutant(
  mutant: Mutant,
  lane: Lane,
  suspicion: Suspicion,
  reaches: Trial['reaches'],
): Promise<Outcome> {
  const why = await lane.load(mutant.source);
  if (why !== undefined) return { fate: 'invalid', mutant, why };
  let asked = 0;
  for (const one of suspicion.against(mutant)) {
    if (!reaches(one, mutant)) continue;
    asked += 1;
    const disagreement = await lane.play(one).catch((error: unknown) => {
      throw new Error(`Mutant ${mutant.id}: ${String(error)}`, { cause: error });
    });
    if (disagreement === undefined) continue;
    suspicion.confirm(mutant, one);
    return { fate: 'killed', mutant, by: one, asked };
  }
  return { fate: 'survived', mutant, asked };
}
