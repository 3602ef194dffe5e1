import type { Case } from '../../test/rules/wire/index.ts';
import type { Progress } from '../report.ts';
import type { Foreseen } from './foresight/foresee.ts';
import type { Mutant } from './mutate.ts';
import type { Reached } from './reach.ts';
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
  readonly lanes: readonly Lane[];
  /** The cases to which a mutant can make a difference: others are not asked. */
  readonly reach: (mutant: Mutant) => Reached;
  /** What cases will see under some rules, as far as that can be reckoned: those that will see what they should are not asked. */
  readonly foresight: (rules: string) => (one: Case) => Foreseen;
  readonly signal: AbortSignal;
  readonly told?: Progress;
};

/** Tries every mutant on the cases that may notice it, up to the first that disagrees. Outcomes come in the order of the mutants. */
export async function tryMutants({
  mutants,
  lanes,
  reach,
  foresight,
  signal,
  told,
}: Trial): Promise<Outcome[]> {
  const suspicion = new Suspicion();
  const outcomes = new Map<Mutant, Outcome>();
  const waiting = [...mutants];
  const work = async (lane: Lane): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      signal.throwIfAborted();
      const outcome = await tryMutant(mutant, lane, suspicion, reach(mutant), foresight);
      outcomes.set(mutant, outcome);
      told?.(outcomes.size, mutants.length);
    }
  };
  await Promise.all(lanes.map(work));
  return mutants.flatMap((mutant) => outcomes.get(mutant) ?? []);
}

/** The cases that will see something else than they should, and then those of which that is not known. */
function* suspects(cases: Iterable<Case>, foresee: (one: Case) => Foreseen): Generator<Case> {
  const doubtful: Case[] = [];
  for (const one of cases) {
    const foreseen = foresee(one);
    if (foreseen === 'unknown') doubtful.push(one);
    else if ((foreseen === 'allowed') !== one.may) yield one;
  }
  yield* doubtful;
}

async function tryMutant(
  mutant: Mutant,
  lane: Lane,
  suspicion: Suspicion,
  { cases, source }: Reached,
  foresight: Trial['foresight'],
): Promise<Outcome> {
  const wrong = await lane.load(source);
  if (wrong !== undefined) {
    const why = await lane.load(mutant.source);
    if (why !== undefined) return { fate: 'invalid', mutant, why };
    throw new Error(`Mutant ${mutant.id}: these are no rules once they are pruned: ${wrong}`);
  }
  let asked = 0;
  for (const one of suspects(suspicion.against(mutant, cases), foresight(source))) {
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
