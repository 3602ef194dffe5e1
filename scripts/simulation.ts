import { asNumbers, given } from './options.ts';
import { deathsOf } from './test/again.ts';
import { type Extent, testSimulation, WHOLE } from './test/simulation.ts';
import { UserError } from './user-error.ts';

/**
 * `npm run test:simulation`: the whole of it, or with `--runs`, `--seed`, `--acts` only some runs by chance; with `--deaths 17b,42a`
 * runs in which nothing goes wrong but that workers die before and after these calls.
 */
export default async function simulation(signal: AbortSignal): Promise<void> {
  const { failed } = await testSimulation(extentOf(process.argv.slice(3)), signal);
  if (failed.length > 0) throw new UserError('Something was lost, doubled, reordered or made up.');
}

export function extentOf(args: string[]): Extent {
  const { deaths, ...numbers } = given(args, ['runs', 'seed', 'acts', 'deaths']);
  const { runs = deaths === undefined ? undefined : 1, ...rest } = asNumbers(numbers);
  const extent = { ...WHOLE, ...rest };
  if (runs === undefined) return extent;
  const some = { ...extent, runs, deaths: 0, pairs: { conversations: 0, acts: 0 } };
  return deaths === undefined ? some : { ...some, dying: deathsOf(deaths) };
}
