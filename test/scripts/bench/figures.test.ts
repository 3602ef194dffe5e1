import { describe, expect, it } from 'vitest';
import { beside, differenceOf, figuresOf, type Sample, tailOf } from '../../../scripts/bench/figures.ts';
import { lateOrLost } from '../../../scripts/bench/sample.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('the figures of a measurement', () => {
  it('are the nearest ranks at a half and at 95 %, in whatever order the samples came', () => {
    expect(figuresOf(upTo(100).toReversed())).toEqual({ p50: 50, p95: 95, late: 0, lost: 0 });
    expect(figuresOf(upTo(40))).toMatchObject({ p50: 20, p95: 38 });
    expect(figuresOf([7])).toMatchObject({ p50: 7, p95: 7 });
  });

  it('have a tenth of a millisecond', () => {
    expect(figuresOf([1.26, 1.26, 1.26])).toMatchObject({ p50: 1.3, p95: 1.3 });
  });

  it('count what came late apart from what was lost, and let neither into the times', () => {
    const samples: Sample[] = [1, 'late', 2, 'lost', 3, 'late'];
    expect(figuresOf(samples)).toEqual({ p50: 2, p95: 3, late: 2, lost: 1 });
  });

  it('are no numbers where nothing was in time', () => {
    expect(figuresOf(['lost'])).toEqual({ p50: Number.NaN, p95: Number.NaN, late: 0, lost: 1 });
  });
});

describe('what lies between two samples', () => {
  it.each<[Sample, Sample | undefined, Sample]>([
    [7, 5, 2],
    ['late', 5, 'late'],
    [7, 'lost', 'lost'],
    [7, undefined, 'lost'],
  ])('of %s and %s is %s', (sample, floor, difference) => {
    expect(differenceOf(sample, floor)).toBe(difference);
  });
});

describe('the tail of a measurement', () => {
  it('is the nearest rank at 99 %, and the slowest that was in time, of all', () => {
    expect(tailOf(upTo(200).toReversed())).toEqual({ p99: 198, max: 200, count: 200 });
    expect(tailOf([3.14, 'late', 2])).toEqual({ p99: 3.1, max: 3.1, count: 3 });
  });
});

describe('a ratio', () => {
  it('is that of the medians, with two digits', () => {
    const floor = figuresOf([10, 12, 900]);
    expect(beside(figuresOf([13, 16, 17]), floor)).toEqual({
      p50: 16,
      p95: 17,
      late: 0,
      lost: 0,
      ratio: 1.33,
    });
  });
});

describe('an answer that nobody saw in time', () => {
  it('is late when the server has it, and lost when it has not', () => {
    expect([lateOrLost(true), lateOrLost(false)]).toEqual(['late', 'lost']);
  });
});
