import * as fc from 'fast-check';

/**
 * How a property fails: with the case, made small, and the seed; nothing where it holds. The cases are the same from run
 * to run. `PROPERTY_SEED` takes others, `PROPERTY_RUNS` more of them.
 */
export const failureOf = async (property: fc.IRawProperty<unknown>): Promise<string | undefined> => {
  const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
  const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);
  return fc.defaultReportMessage(await fc.check(property, { seed, numRuns }));
};
