/** Reads that one invocation has under way at once: enough to wait for one answer instead of all, and no flood. */
export const ABREAST = 10;

/**
 * Reads something for each of these, some at once. What was read comes in their order; whoever stops asking has no more read. The first
 * failure is thrown.
 */
export async function* abreast<Each, Read>(
  all: readonly Each[],
  read: (one: Each) => Promise<Read>,
): AsyncGenerator<Read> {
  for (let from = 0; from < all.length; from += ABREAST)
    yield* await Promise.all(all.slice(from, from + ABREAST).map(read));
}
