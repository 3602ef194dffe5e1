import { jsonOf, linesOf } from './mutants/lines.ts';
import { optionsOf } from './mutants/options.ts';
import { control, runMutants } from './mutants/run.ts';
import { howFar, say } from './report.ts';
import { startFirestoreEmulator } from './test/firestore-emulator.ts';
import { UserError } from './user-error.ts';

/** `npm run test:mutants`: the rules made wrong in every place, one at a time. Fails unless a case notices each. */
export default async function mutants(signal: AbortSignal): Promise<void> {
  const { json, ...choice } = optionsOf(process.argv.slice(3));
  const emulator = await startFirestoreEmulator(signal);
  try {
    const passed = await control(emulator.host);
    if (!json) say(`The rules as they are pass all ${passed} cases.`);
    const result = await runMutants({
      choice,
      host: emulator.host,
      signal,
      ...(json ? {} : { told: howFar('mutants') }),
    });
    if (json) say(jsonOf(result));
    else for (const line of linesOf(result)) say(line);
    if (result.score < 1 || result.wrong.length > 0) throw new UserError('Not every mutant was killed.');
  } finally {
    await emulator.stop();
  }
}
