import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../../test/rules/cases/index.ts';
import { EQUIVALENT } from '../../test/rules/equivalent-mutants.ts';
import { connect, playAll, projectOf, Stage } from '../../test/rules/wire/index.ts';
import type { Progress } from '../report.ts';
import { ROOT } from '../stack/project.ts';
import { UserError } from '../user-error.ts';
import { type Choice, chosen } from './choose.ts';
import { foresight } from './foresight/foresee.ts';
import type { Result } from './lines.ts';
import { mutantsOf, rulesOf } from './mutate.ts';
import { reachOf } from './reach.ts';
import { scoreOf } from './score.ts';
import { type Lane, tryMutants } from './trial.ts';

/** Projects in which mutants are tried at one time: with more, the emulator's own work takes longer for each. */
const LANES = 4;

/** Failing cases of the control run that are told. */
const TOLD = 10;

/** `host` is a Firestore emulator's. */
export type Run = {
  readonly choice: Choice;
  readonly host: string;
  readonly signal: AbortSignal;
  readonly told?: Progress;
};

const rulesText = (): string => readFileSync(join(ROOT, 'firestore.rules'), 'utf8');

/** Tries mutants of firestore.rules. It proves something only where the rules themselves pass all cases: see {@link control}. */
export async function runMutants({ choice, host, signal, told }: Run): Promise<Result> {
  const rules = rulesOf(rulesText());
  const all = mutantsOf(rules);
  const mutants = chosen(all, choice);
  if (mutants.length === 0)
    throw new UserError('There are no such mutants: --about names a collection of the rules.');
  const began = performance.now();
  const outcomes = await tryMutants({
    mutants,
    lanes: stagesAt(host).map(
      ({ project, stage }): Lane => ({
        load: (source) => project.load(source),
        play: (one) => stage.play(one),
      }),
    ),
    reach: reachOf(rules, CASES),
    foresight: foresight(),
    signal,
    ...(told ? { told } : {}),
  });
  return {
    ...scoreOf(outcomes, all, EQUIVALENT),
    cases: CASES.length,
    mutants: mutants.length,
    seconds: (performance.now() - began) / 1000,
    ...(choice.sample === undefined ? {} : { seed: choice.seed }),
  };
}

function stagesAt(host: string) {
  const send = connect(host);
  return Array.from({ length: LANES }, (_, index) => {
    const project = projectOf(send, `demo-mutants-${index + 1}`);
    return { project, stage: new Stage(project) };
  });
}

/** Throws unless the rules as they are pass every case: else a mutant that is killed would prove nothing. Resolves with how many there are. */
export async function control(host: string): Promise<number> {
  const stages = stagesAt(host);
  const share = Math.ceil(CASES.length / stages.length);
  const played = stages.map(async ({ project, stage }, nth) => {
    const broken = await project.load(rulesText());
    if (broken !== undefined) throw new UserError('firestore.rules is broken.', { lines: [broken] });
    return [...(await playAll(stage, CASES.slice(nth * share, (nth + 1) * share))).values()];
  });
  const wrong = (await Promise.all(played)).flat();
  if (wrong.length === 0) return CASES.length;
  throw new UserError(`Under the rules as they are, ${wrong.length} of ${CASES.length} cases fail.`, {
    lines: wrong.slice(0, TOLD),
  });
}
