import { wholeNumbers } from './options.ts';
import { type Extent, testSimulation, WHOLE } from './test/simulation.ts';
import { UserError } from './user-error.ts';

/** `npm run test:simulation`: the whole of it, or with `--runs`, `--seed`, `--acts` only some runs by chance. */
export default async function simulation(signal: AbortSignal): Promise<void> {
  const { failed } = await testSimulation(extentOf(process.argv.slice(3)), signal);
  if (failed.length > 0) throw new UserError('Something was lost, doubled, reordered or made up.');
}

function extentOf(args: string[]): Extent {
  const { runs, ...rest } = wholeNumbers(args, ['runs', 'seed', 'acts']);
  const extent = { ...WHOLE, ...rest };
  return runs === undefined ? extent : { ...extent, runs, deaths: 0, pairs: { conversations: 0, acts: 0 } };
}
