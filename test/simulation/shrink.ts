import type { Failure, Meant } from './tally.ts';

/** The same with as few deaths, and then as few things said, as still go wrong, and what is found then. */
export async function shrunk(
  failure: Failure,
  found: (run: Meant) => Promise<readonly string[]>,
): Promise<Failure> {
  const { found: _, ...run } = failure;
  for (const less of lessThan(run)) {
    const words = await found(less);
    if (words.length > 0) return shrunk({ ...less, found: words }, found);
  }
  return failure;
}

/** Whatever is the smallest comes first. */
function lessThan({ seed, acts, deaths }: Meant): Meant[] {
  const fewer = (deaths ?? []).map((death) => ({
    seed,
    acts,
    deaths: (deaths ?? []).filter((one) => one !== death),
  }));
  const shorter = Array.from({ length: acts - 1 }, (_, n) => ({
    seed,
    acts: n + 1,
    ...(deaths && { deaths }),
  }));
  return [...fewer, ...shorter];
}
