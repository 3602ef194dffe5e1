import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../../test/rules/cases/index.ts';
import { EQUIVALENT } from '../../test/rules/equivalent-mutants.ts';
import { connect, playAll, projectOf, Stage } from '../../test/rules/wire/index.ts';
import { ROOT } from '../stack/project.ts';
import { startFirestoreEmulator } from '../test/firestore-emulator.ts';
import { UserError } from '../user-error.ts';
import { type Choice, chosen } from './choose.ts';
import { foresight } from './foresight/foresee.ts';
import type { Result } from './lines.ts';
import { mutantsOf, rulesOf } from './mutate.ts';
import { reachOf } from './reach.ts';
import { scoreOf } from './score.ts';
import { type Lane, type Outcome, tryMutants } from './trial.ts';

/** Projects in which mutants are tried at one time: with more, the emulator's own work takes longer for each. */
const LANES = 4;

/** Failing cases of the control run that are told. */
const TOLD = 10;

/** Tries the mutants of firestore.rules on one emulator, after the rules themselves have passed all cases. */
export async function runMutants(
  choice: Choice,
  signal: AbortSignal,
  report?: (outcome: Outcome) => void,
): Promise<Result> {
  const rules = rulesOf(readFileSync(join(ROOT, 'firestore.rules'), 'utf8'));
  const all = mutantsOf(rules);
  const mutants = chosen(all, choice);
  if (mutants.length === 0)
    throw new UserError('There are no such mutants: --about names a collection of the rules.');
  const began = performance.now();
  const emulator = await startFirestoreEmulator(signal);
  try {
    const send = connect(emulator.host);
    const lanes = Array.from({ length: LANES }, (_, index): Lane & { stage: Stage } => {
      const project = projectOf(send, `demo-mutants-${index + 1}`);
      const stage = new Stage(project);
      return { stage, load: (source) => project.load(source), play: (one) => stage.play(one) };
    });
    await control(lanes, rules.source);
    const outcomes = await tryMutants({
      mutants,
      lanes,
      reach: reachOf(rules, CASES),
      foresight: foresight(),
      signal,
      ...(report ? { report } : {}),
    });
    return {
      ...scoreOf(outcomes, all, EQUIVALENT),
      cases: CASES.length,
      mutants: mutants.length,
      seconds: (performance.now() - began) / 1000,
      ...(choice.sample === undefined ? {} : { seed: choice.seed }),
    };
  } finally {
    await emulator.stop();
  }
}

/** The rules as they are pass every case: else a mutant that is killed would prove nothing. */
async function control(lanes: readonly (Lane & { stage: Stage })[], rules: string): Promise<void> {
  const share = Math.ceil(CASES.length / lanes.length);
  const played = lanes.map(async ({ load, stage }, nth) => {
    const broken = await load(rules);
    if (broken !== undefined) throw new UserError('firestore.rules is broken.', { lines: [broken] });
    return [...(await playAll(stage, CASES.slice(nth * share, (nth + 1) * share))).values()];
  });
  const wrong = (await Promise.all(played)).flat();
  if (wrong.length === 0) return;
  const lines = wrong.slice(0, TOLD);
  throw new UserError(`Under the rules as they are, ${wrong.length} of ${CASES.length} cases fail.`, {
    lines,
  });
}
