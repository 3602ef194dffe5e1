import type { Choice } from '../mutants/choose.ts';
import { linesOf } from '../mutants/lines.ts';
import { runMutants } from '../mutants/run.ts';
import { say } from '../report.ts';
import type { Tally } from './tally.ts';

/**
 * The mutants that `npm test` tries, so that it takes no more than four minutes: those of the collections that have cases.
 * `npm run test:mutants` tries them all. `sample: 400` in place of `about` would draw some.
 */
const TRIED: Omit<Choice, 'seed'> = { about: ['people', 'inbox'] };

/** Each mutant of the rules is a test: that a case notices it. */
export async function testMutants(signal: AbortSignal): Promise<Tally> {
  const seed = Math.floor(Math.random() * 1_000_000);
  const result = await runMutants({ ...TRIED, seed }, signal);
  for (const line of linesOf(result)) say(line);
  const { killed, survived } = result.total;
  return { passed: killed, failed: survived + result.wrong.length, skipped: 0 };
}
