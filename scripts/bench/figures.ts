/** One round: milliseconds, or that what was waited for came late, or not at all. */
export type Sample = number | 'late' | 'lost';

/** The middle and the slow end of what was measured, in milliseconds, and how often there was nothing to measure. */
export type Figures = {
  readonly p50: number;
  readonly p95: number;
  readonly late: number;
  readonly lost: number;
};

/** The slowest of what was measured, in milliseconds, of how many. */
export type Tail = { readonly p99: number; readonly max: number; readonly count: number };

/** Figures of one thing, and by how much it takes longer than what was measured beside it. */
export type Compared = Figures & { readonly ratio: number };

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Percentiles by nearest rank, of what was in time. */
export function figuresOf(samples: readonly Sample[]): Figures {
  const at = ranks(samples);
  const count = (what: Sample) => samples.filter((one) => one === what).length;
  return { p50: at(0.5), p95: at(0.95), late: count('late'), lost: count('lost') };
}

/** The slowest end of what was in time. */
export function tailOf(samples: readonly Sample[]): Tail {
  const at = ranks(samples);
  return { p99: at(0.99), max: at(1), count: samples.length };
}

function ranks(samples: readonly Sample[]): (share: number) => number {
  const times = samples.filter((one) => typeof one === 'number').sort((a, b) => a - b);
  return (share) => rounded(times[Math.ceil(times.length * share) - 1] ?? Number.NaN, 1);
}

/** The same, beside a floor: the ratio is that of the medians. */
export const beside = (figures: Figures, floor: Pick<Figures, 'p50'>): Compared => ({
  ...figures,
  ratio: rounded(figures.p50 / floor.p50, 2),
});

/** By how much one took longer than what was taken with it. Where one of the two was late or lost, so is what lies between them. */
export function differenceOf(sample: Sample, floor: Sample = 'lost'): Sample {
  if (typeof sample !== 'number') return sample;
  return typeof floor === 'number' ? sample - floor : floor;
}
