import { linesOf } from '../mutants/lines.ts';
import { optionsOf } from '../mutants/options.ts';
import { runMutants } from '../mutants/run.ts';
import { say } from '../report.ts';
import { type Tally, tallyOf } from './tally.ts';

/** So many mutants of the rules are tried with every `npm test`, about one of eight: all of them by `npm run test:mutants`. */
const SAMPLE = 450;

/**
 * One test: some mutants of the rules, which a seed draws, are killed. `MUTANTS_SEED` draws the same again. It is for an emulator on
 * which the rules' own tests have passed: they are the control run.
 */
export async function testMutants(host: string, signal: AbortSignal): Promise<Tally> {
  const seed = process.env.MUTANTS_SEED;
  const { json: _, ...choice } = optionsOf(['--sample', String(SAMPLE), ...(seed ? ['--seed', seed] : [])]);
  const result = await runMutants({ choice, host, signal });
  for (const line of linesOf(result)) say(line);
  return tallyOf('mutants of firestore.rules', result.score === 1 && result.wrong.length === 0);
}
