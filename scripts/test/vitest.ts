import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { ROOT } from '../stack/project.ts';
import { type ChildRun, runChild } from './run-child.ts';
import type { Tally } from './tally.ts';

/** Vitest's JSON report, as far as it is read here: https://vitest.dev/guide/reporters#json-reporter */
const Report = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  numFailedTestSuites: v.number(),
});

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
  const seen = existsSync(report) ? v.safeParse(Report, JSON.parse(readFileSync(report, 'utf8'))) : undefined;
  if (!seen?.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = seen.output;
  const failed = numFailedTests === 0 && code !== 0 ? 1 : numFailedTests;
  return { passed, failed, skipped: numPendingTests + numTodoTests };
}
