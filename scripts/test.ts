import { say } from './report.ts';
import { PART as FAULTS, testFaults } from './test/faults.ts';
import { testRules } from './test/rules.ts';
import { PART, testSimulation } from './test/simulation.ts';
import { testOnStack } from './test/stack-suite.ts';
import { checkStatically } from './test/static.ts';
import { added, closing, NONE, type Tally } from './test/tally.ts';
import { runVitest } from './test/vitest.ts';
import { UserError } from './user-error.ts';

type Suite = (signal: AbortSignal) => Promise<Tally>;

/** The suites in the order in which they run: what is quick to fail comes first. */
const SUITES: Readonly<Record<string, Suite>> = {
  static: checkStatically,
  unit: (signal) => runVitest(['unit', 'web'], { signal }),
  simulation: (signal) => testSimulation(PART, signal),
  rules: testRules,
  flow: (signal) => testOnStack(['flow', 'logs'], signal),
  faults: (signal) => testFaults(FAULTS, signal),
  browser: (signal) => testOnStack(['browser'], signal),
};

/** Names for some of them. */
const GROUPS: Readonly<Record<string, readonly string[]>> = { check: ['static', 'unit'] };

/** `npm test`: all suites, or those that are named. Ends with how many tests passed and failed. */
export default async function test(signal: AbortSignal): Promise<void> {
  const asked = process.argv.slice(3).flatMap((name) => GROUPS[name] ?? [name]);
  const names = asked.length > 0 ? asked : Object.keys(SUITES);
  let total = NONE;
  for (const name of names) {
    const suite = SUITES[name];
    if (!suite)
      throw new UserError(`There is no suite "${name}": try ${Object.keys(SUITES).join(', ')} or check.`);
    say(`\n— ${name} —`);
    const tally = await suite(signal);
    say(`${name}: ${closing(tally)}`);
    total = added(total, tally);
  }
  say(`\n${closing(total)}`);
  if (total.failed > 0 || total.passed === 0) throw new UserError('Not every test passed.');
}
