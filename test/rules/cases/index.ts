import { BATCHES } from '../batches/index.ts';
import { EDGES } from '../edges/index.ts';
import { FIELDS } from '../fields/rows.ts';
import { CELLS } from '../matrix/table.ts';
import { queryCases } from '../queries/rows.ts';
import { MOVES } from '../states/index.ts';
import { type Case, distinct } from '../wire/index.ts';

/** All cases there are, by the table and by the model: each is tried under the rules in a test, and on every mutant of them. */
export const CASES: readonly Case[] = distinct([
  ...CELLS,
  ...MOVES,
  ...BATCHES,
  ...EDGES,
  ...[...FIELDS.values()].flat(),
  ...[...(await queryCases()).values()].flat(),
]);
