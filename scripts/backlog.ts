import { wholeNumbers } from './options.ts';
import { testBacklog, WHOLE } from './test/backlog.ts';
import { UserError } from './user-error.ts';

/** `npm run test:backlog`: the whole of it, or as much as `--rooms`, `--messages`, `--together` say. */
export default async function backlog(signal: AbortSignal): Promise<void> {
  const asked = wholeNumbers(process.argv.slice(3), ['rooms', 'messages', 'together']);
  if ((await testBacklog({ ...WHOLE, ...asked }, signal)) > 0)
    throw new UserError(
      'Something was lost, doubled, reordered or made up, took too long or too much memory.',
    );
}
