/** Tests by how they ended. `failed`: which did, each in a line that helps whoever sees no more than the end of the output. */
export type Tally = { readonly passed: number; readonly failed: readonly string[]; readonly skipped: number };

export const NONE: Tally = { passed: 0, failed: [], skipped: 0 };

/** Of one test. */
export const tallyOf = (name: string, ok: boolean): Tally =>
  ok ? { ...NONE, passed: 1 } : { ...NONE, failed: [name] };

export const added = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: [...a.failed, ...b.failed],
  skipped: a.skipped + b.skipped,
});

/** The closing line: `12 passed, 0 failed`, and what was skipped where something was. */
export const closing = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
