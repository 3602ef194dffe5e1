import { say } from './report.ts';
import { PART as FAULTS, testFaults } from './test/faults.ts';
import { testRules } from './test/rules.ts';
import { PART, testSimulation } from './test/simulation.ts';
import { testOnStack } from './test/stack-suite.ts';
import { checkStatically } from './test/static.ts';
import { added, closing, NONE, type Tally } from './test/tally.ts';
import { runVitest } from './test/vitest.ts';
import { UserError } from './user-error.ts';

/** `held`: another suite is writing, so that this one keeps what it has to say until it ends. */
type Suite = (signal: AbortSignal, held: boolean) => Promise<Tally>;

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
  const unknown = names.find((name) => !(name in SUITES));
  if (unknown !== undefined)
    throw new UserError(`There is no suite "${unknown}": try ${Object.keys(SUITES).join(', ')} or check.`);
  let total = NONE;
  for (const beside of turnsOf(names)) {
    say(`\n— ${beside.join(', ')} —`);
    const run = async (name: string, nth: number): Promise<Tally> => {
      const tally = (await SUITES[name]?.(signal, nth > 0)) ?? NONE;
      say(`${name}: ${closing(tally)}`);
      return tally;
    };
    total = (await Promise.all(beside.map(run))).reduce(added, total);
  }
  for (const failure of total.failed) say(`\n✗ ${failure}`);
  say(`\n${closing(total)}`);
  if (total.failed.length > 0 || total.passed === 0) throw new UserError('Not every test passed.');
}

/** One suite after the other; but the rules keep the machine busy while the flow waits for leases and retries. */
const BESIDE = ['flow', 'rules'];

function turnsOf(names: readonly string[]): readonly (readonly string[])[] {
  const isBoth = BESIDE.every((name) => names.includes(name));
  return names.flatMap((name) => {
    if (!isBoth || !BESIDE.includes(name)) return [[name]];
    return name === 'rules' ? [BESIDE] : [];
  });
}
