import { wholeNumbers } from './options.ts';
import { testFaults, WHOLE } from './test/faults.ts';
import { UserError } from './user-error.ts';

/** `npm run test:faults`: the whole of it, or as much as `--schedules`, `--messages`, `--together`, `--kills` say, from `--seed` on. */
export default async function faults(signal: AbortSignal): Promise<void> {
  const { failed } = await testFaults(
    {
      ...WHOLE,
      ...wholeNumbers(process.argv.slice(3), ['seed', 'schedules', 'messages', 'together', 'kills']),
    },
    signal,
  );
  if (failed.length > 0) throw new UserError('Something was lost, doubled, reordered or made up.');
}
