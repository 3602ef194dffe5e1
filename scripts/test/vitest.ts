import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { ROOT } from '../stack/project.ts';
import { type ChildRun, runChild } from './run-child.ts';
import { NONE, type Tally } from './tally.ts';
import { failuresIn, VitestReport } from './vitest-report.ts';

/** Runs a project of vitest.config.ts and counts its tests. A file that cannot be run, or a run that does not end well, counts as failed. */
export async function runVitest(projects: readonly string[], run: ChildRun): Promise<Tally> {
  const folder = join(ROOT, '.run', 'tests');
  const report = join(folder, `${projects.join('-')}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const code = await runChild(
    [
      join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter',
      'default',
      '--reporter',
      'json',
      '--outputFile.json',
      report,
    ],
    run,
  );
  const seen = existsSync(report)
    ? v.safeParse(VitestReport, JSON.parse(readFileSync(report, 'utf8')))
    : undefined;
  const whole = `${projects.join(', ')}: the run ended with ${code}`;
  if (!seen?.success) return { ...NONE, failed: [whole] };
  const { numPassedTests: passed, numPendingTests, numTodoTests } = seen.output;
  const failures = failuresIn(seen.output, ROOT);
  const failed = failures.length === 0 && code !== 0 ? [whole] : failures;
  return { passed, failed, skipped: numPendingTests + numTodoTests };
}
