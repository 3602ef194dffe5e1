/** What the processes of functions have in memory at one moment (MiB), each. */
export type Sample = readonly number[];

/** The largest process, and all together at most, in the first third of the time and in the last (MiB). */
export type Memory = {
  readonly first: { readonly one: number; readonly all: number };
  readonly last: { readonly one: number; readonly all: number };
  readonly isFlat: boolean;
};

/** By how much the largest process may be larger in the last third than in the first: V8 takes its time to give back what is free. */
const GROWTH = 1.25;

/** How memory went. A process alone tells whether something is kept that should not be: how many there are is the platform's business. */
export function memoryIn(samples: readonly Sample[]): Memory {
  const third = Math.ceil(samples.length / 3);
  const [first, last] = [highest(samples.slice(0, third)), highest(samples.slice(-third))];
  return { first, last, isFlat: last.one <= first.one * GROWTH };
}

const highest = (samples: readonly Sample[]) => ({
  one: Math.round(Math.max(0, ...samples.flat())),
  all: Math.round(Math.max(0, ...samples.map((sample) => sample.reduce((sum, one) => sum + one, 0)))),
});
