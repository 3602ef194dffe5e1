import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

/** Vitest's JSON report, as far as it is read here: https://vitest.dev/guide/reporters#json-reporter */
export const VitestReport = v.object({
  numPassedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.optional(v.nullable(v.array(v.string()), []), []),
        }),
      ),
    }),
  ),
});
export type VitestReport = v.InferOutput<typeof VitestReport>;

/** Of why something failed, so much is told at the end: all of it stands above. */
const TOLD = 300;

/** What failed, by its file and its name, and why. A file that failed by itself, as one that cannot be loaded, is told alone. */
export const failuresIn = ({ testResults }: VitestReport, root: string): string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => told(`${file}: ${fullName}`, failureMessages?.[0]));
    return tests.length === 0 && status === 'failed' ? [told(file, message)] : tests;
  });

const told = (what: string, why = ''): string => {
  const [first = ''] = stripVTControlCharacters(why).trim().split('\n');
  return `${what}\n  ${first.slice(0, TOLD)}`.trimEnd();
};
