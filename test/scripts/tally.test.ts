import { expect, it } from 'vitest';
import { added, closing, NONE, tallyOf } from '../../scripts/test/tally.ts';
import { failuresIn, type VitestReport } from '../../scripts/test/vitest-report.ts';

const file = (
  name: string,
  status: string,
  tests: readonly (readonly [name: string, status: string, why?: string])[],
  message = '',
): VitestReport['testResults'][number] => ({
  name: `/project/${name}`,
  status,
  message,
  assertionResults: tests.map(([fullName, how, why]) => ({
    fullName,
    status: how,
    failureMessages: why === undefined ? [] : [why],
  })),
});
const report = (...testResults: VitestReport['testResults']): VitestReport => ({
  numPassedTests: 1,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});

it('counts, and keeps which failed', () => {
  const tally = added(added(tallyOf('lint', true), tallyOf('types', false)), { ...NONE, skipped: 2 });
  expect(tally).toEqual({ passed: 1, failed: ['types'], skipped: 2 });
  expect(closing(tally)).toBe('1 passed, 1 failed, 2 skipped');
  expect(closing(tallyOf('lint', true))).toBe('1 passed, 0 failed');
});

it('tells each test that failed by its file and name, with the first line of why', () => {
  const failures = failuresIn(
    report(
      file('test/a.test.ts', 'failed', [
        ['is kept', 'passed'],
        ['is lost', 'failed', '\u001B[31mAssertionError: 1 is not 2\u001B[39m\n    at a.test.ts:3'],
      ]),
      file('test/b.test.ts', 'passed', [['is kept', 'passed']]),
    ),
    '/project',
  );
  expect(failures).toEqual(['test/a.test.ts: is lost\n  AssertionError: 1 is not 2']);
});

it('tells a file that failed without a test', () => {
  const failures = failuresIn(
    report(file('test/a.test.ts', 'failed', [], 'SyntaxError: no\n at line 1'), file('b.ts', 'failed', [])),
    '/project',
  );
  expect(failures).toEqual(['test/a.test.ts\n  SyntaxError: no', 'b.ts']);
});
