import { describe, expect, it } from 'vitest';
import { halves } from '../batches/halves.ts';
import { together } from '../batches/together.ts';
import { FIELDS } from '../fields/rows.ts';
import { CELLS } from '../matrix/table.ts';
import { queryCases } from '../queries/rows.ts';
import { MOVES } from '../states/index.ts';
import { stepsOf } from '../wire/case.ts';
import type { Case } from '../wire/index.ts';
import { documents } from './documents.ts';
import { judged } from './scenario.ts';
import { SEED } from './seed.ts';

/** Ten times as many as the emulator is shown: the model takes no time. */
const DOCUMENTS = 15_000;

/** Cases of which the model says something else. */
const otherwise = (cases: readonly Case[]): string[] =>
  cases.flatMap(({ as, given = {}, may, name, ...one }) => {
    const [request] = stepsOf({ as, given, may, name, ...one });
    const now = Date.now();
    // The emulator is asked a moment after the documents are there.
    const verdict = request && judged({ as, given, request }, now, now + 10).verdict;
    return verdict === (may ? 'allowed' : 'denied') ? [] : [`${name}: ${verdict}`];
  });

describe('the model says what is expected of', () => {
  it('every cell of the table', () => expect(otherwise(CELLS)).toEqual([]));
  it('every variation of every field', () => expect(otherwise([...FIELDS.values()].flat())).toEqual([]));
  it('every move', () => expect(otherwise(MOVES)).toEqual([]));
  it('every batch', () => expect(otherwise([...together, ...halves])).toEqual([]));
  it(`random documents (AGREEMENT_SEED=${SEED})`, () =>
    expect(otherwise(documents(SEED, DOCUMENTS))).toEqual([]));
  it('every query', async () => expect(otherwise([...(await queryCases()).values()].flat())).toEqual([]));
});
