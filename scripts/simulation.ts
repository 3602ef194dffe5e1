import { parseArgs } from 'node:util';
import { type Extent, testSimulation, WHOLE } from './test/simulation.ts';
import { UserError } from './user-error.ts';

/** `npm run test:simulation`: the whole of it, or with `--runs`, `--seed`, `--acts` only some runs by chance. */
export default async function simulation(signal: AbortSignal): Promise<void> {
  const { failed } = await testSimulation(extentOf(process.argv.slice(3)), signal);
  if (failed > 0) throw new UserError('Something was lost, doubled, reordered or made up.');
}

function extentOf(args: string[]): Extent {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string' }, seed: { type: 'string' }, acts: { type: 'string' } },
  });
  const {
    seed = WHOLE.seed,
    acts = WHOLE.acts,
    runs,
  } = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, whole(name, value)]));
  if (runs === undefined) return { ...WHOLE, seed, acts };
  return { seed, acts, runs, deaths: 0, pairs: { conversations: 0, acts: 0 } };
}

function whole(name: string, value: unknown): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new UserError(`--${name} is "${String(value)}": it must be a whole number from 1 on.`);
}
