/** What was run, and what was found in all of it. */
export type Tally = {
  runs: number;
  calls: number;
  lost: number;
  doubled: number;
  reordered: number;
  phantom: number;
  /** The first runs that were not clean, as they can be run again. */
  failures: Failure[];
};

/** A run as it can be run again: `deaths` are the calls at which workers die, where they were meant. */
export type Meant = {
  readonly seed: number;
  readonly acts: number;
  readonly deaths?: readonly (readonly [number, Death])[];
};
/** One that was not clean, and what was found in it. */
export type Failure = Meant & { readonly found: readonly string[] };

export type Death = 'dies before' | 'dies after';
export const FAILURES_KEPT = 5;

export const nothing = (): Tally => ({
  runs: 0,
  calls: 0,
  lost: 0,
  doubled: 0,
  reordered: 0,
  phantom: 0,
  failures: [],
});

export function add(tally: Tally, more: Tally): void {
  for (const key of ['runs', 'calls', 'lost', 'doubled', 'reordered', 'phantom'] as const)
    tally[key] += more[key];
  tally.failures = [...tally.failures, ...more.failures].slice(0, FAILURES_KEPT);
}
