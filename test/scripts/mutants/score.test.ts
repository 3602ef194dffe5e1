import { describe, expect, it } from 'vitest';
import { jsonOf, linesOf } from '../../../scripts/mutants/lines.ts';
import { type Equivalents, scoreOf } from '../../../scripts/mutants/score.ts';
import { tryMutants } from '../../../scripts/mutants/trial.ts';
import { all, gets, laneOf, turned } from './small-rules.ts';

const four = turned.slice(0, 4);
const [killed, survivor, invalid, other] = four.map(({ id }) => id);

/** Of four mutants one is killed, one is invalid, and two survive. */
async function scored(equivalents: Equivalents) {
  const { lane } = laneOf(
    (source) => source === four[0]?.source,
    (source) => source === four[2]?.source,
  );
  const signal = new AbortController().signal;
  const outcomes = await tryMutants({
    mutants: four,
    lanes: [lane],
    reach: ({ source }) => ({ cases: [gets], source }),
    foresight: () => () => 'unknown',
    signal,
  });
  return scoreOf(outcomes, all, equivalents);
}

describe('the score', () => {
  it('counts what was killed, of what is valid', async () => {
    const { total, score, survivors, wrong } = await scored({});
    expect(total).toEqual({ operator: 'all', killed: 1, survived: 2, equivalent: 0, invalid: 1 });
    expect(score).toBeCloseTo(1 / 3);
    expect(survivors.map(({ id }) => id)).toEqual([survivor, other]);
    expect(wrong).toEqual([]);
  });

  it('leaves out what is equivalent', async () => {
    const { total, score, survivors } = await scored({ [other ?? '']: 'as good' });
    expect(total).toEqual({ operator: 'all', killed: 1, survived: 1, equivalent: 1, invalid: 1 });
    expect(score).toBe(1 / 2);
    expect(survivors.map(({ id }) => id)).toEqual([survivor]);
  });

  it.each([
    ['that is killed', killed, `"${killed}" is listed as equivalent, and "a: gets" kills it.`],
    ['that is invalid', invalid, `"${invalid}" is listed as equivalent, and it is invalid.`],
    ['that is none', 'a 1:1 equal', '"a 1:1 equal" is listed as equivalent, and there is no such mutant.'],
  ])('does not let a mutant be called equivalent %s', async (_, id = '', sentence) => {
    expect((await scored({ [id]: 'as good' })).wrong).toEqual([sentence]);
  });

  it('does not let too many be called equivalent', async () => {
    const listed = Object.fromEntries([survivor, other].map((id) => [id, 'as good']));
    expect((await scored(listed)).wrong).toEqual(['2 mutants are listed as equivalent, where 1 may be.']);
  });

  it('is nothing where nothing was tried', () => {
    expect(scoreOf([], all, {}).score).toBe(0);
  });
});

describe('a run', () => {
  const run = { cases: 1, mutants: 4, seconds: 1.25 };

  it('is told in lines, with the survivors', async () => {
    expect(linesOf({ ...(await scored({})), ...run, seed: 7 })).toEqual([
      'operator            killed survived equivalent invalid',
      'equal                    1        2          0       1',
      'all                      1        2          0       1',
      '',
      'survived:',
      `  line 6: == → !=\n    ${survivor}`,
      `  line 9: == → !=\n    ${other}`,
      '',
      'mutants: 1 of 3 killed, score 0.3333 (4 mutants, 1 cases, 1.3 s, seed 7)',
    ]);
  });

  it('is told to programs', async () => {
    expect(JSON.parse(jsonOf({ ...(await scored({})), ...run }))).toMatchObject({
      score: 1 / 3,
      seconds: 1.25,
      survivors: [{ id: survivor, operator: 'equal', line: 6, before: '==', after: '!=' }, { id: other }],
    });
  });

  it('is not called perfect before it is', async () => {
    const result = { ...(await scored({})), ...run };
    expect(linesOf({ ...result, score: 0.99999 }).at(-1)).toContain('score 0.9999 ');
    expect(linesOf({ ...result, score: 1 }).at(-1)).toContain('score 1.00 ');
  });
});
