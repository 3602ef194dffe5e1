import { join } from 'node:path';
import { say } from '../report.ts';
import { ROOT } from '../stack/project.ts';
import { runChild } from './run-child.ts';
import { added, NONE, type Tally, tallyOf } from './tally.ts';

const tool = (...path: string[]) => join(ROOT, 'node_modules', ...path);

/** What is read rather than run: each counts as one test. */
const CHECKS: readonly [name: string, ...args: string[]][] = [
  ['types', tool('typescript', 'bin', 'tsc'), '-p', '.'],
  ['types of the web', tool('typescript', 'bin', 'tsc'), '-p', 'web'],
  ['lint', tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'],
  ['format', tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--linter-enabled=false', '--colors=off'],
  ['unused', tool('knip', 'bin', 'knip.js')],
];

/** Types, lint, format and unused exports. */
export async function checkStatically(signal: AbortSignal): Promise<Tally> {
  let tally = NONE;
  for (const [name, ...args] of CHECKS) {
    const began = performance.now();
    const code = await runChild(args, { signal });
    say(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    tally = added(tally, tallyOf(name, code === 0));
  }
  return tally;
}
