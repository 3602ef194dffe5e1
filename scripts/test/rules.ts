import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../report.ts';
import { ROOT } from '../stack/project.ts';
import { UserError } from '../user-error.ts';
import { coverageOf } from './coverage.ts';
import { startFirestoreEmulator } from './firestore-emulator.ts';
import { testMutants } from './mutants.ts';
import { added, type Tally, tallyOf } from './tally.ts';
import { runVitest } from './vitest.ts';

/** The same as in test/rules/world.ts: the emulator keeps its coverage by project. */
const PROJECT = 'demo-rules';
const RULES = join(ROOT, 'firestore.rules');

/** The rules' tests on an emulator of their own; then how much of the rules they have evaluated, and whether they notice when a part is wrong. */
export async function testRules(signal: AbortSignal, held = false): Promise<Tally> {
  const emulator = await startFirestoreEmulator(signal);
  try {
    await load(emulator.host);
    const tally = await runVitest(['rules'], {
      env: { ...process.env, FIRESTORE_EMULATOR_HOST: emulator.host },
      held,
      signal,
    });
    const judged = added(tally, await judgeCoverage(emulator.host));
    return judged.failed.length > 0 ? judged : added(judged, await testMutants(emulator.host, signal));
  } finally {
    await emulator.stop();
  }
}

async function load(host: string): Promise<void> {
  const rules = { files: [{ name: 'firestore.rules', content: readFileSync(RULES, 'utf8') }] };
  const response = await fetch(`http://${host}/emulator/v1/projects/${PROJECT}:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules }),
  });
  if (!response.ok) throw new UserError('firestore.rules is broken.', { lines: [await response.text()] });
}

/** One test: every expression was evaluated, every condition both ways. `RULES_COVERAGE` names a file for the emulator's own report. */
async function judgeCoverage(host: string): Promise<Tally> {
  const response = await fetch(`http://${host}/emulator/v1/projects/${PROJECT}:ruleCoverage`);
  const text = await response.text();
  if (process.env.RULES_COVERAGE) writeFileSync(process.env.RULES_COVERAGE, text);
  const { all, missed, conditions, oneWay } = coverageOf(JSON.parse(text), readFileSync(RULES, 'utf8'));
  say(
    `rules: ${all - missed.length} of ${all} expressions evaluated, ${conditions - oneWay.length} of ${conditions} conditions seen both ways`,
  );
  for (const place of missed) say(`  never evaluated: ${place}`);
  for (const place of oneWay) say(`  seen one way only: ${place}`);
  const ok = all > 0 && missed.length === 0 && oneWay.length === 0;
  return tallyOf('the coverage of firestore.rules', ok);
}
