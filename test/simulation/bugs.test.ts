import { describe, expect, it } from 'vitest';
import { BUGS } from './bugs.ts';
import { simulate } from './simulate.ts';

/** Seeds in which a bug has to show; nearly each of them shows within a tenth of that. */
const SEEDS = 200;
const ACTS = 14;

/** The first seed in which it is found as what it is. */
const firstFound = async (plant: (typeof BUGS)[number]): Promise<number | undefined> => {
  const [kind, words] = plant().found;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const outcome = await simulate({ seed, acts: ACTS, plant });
    if (outcome[kind].some((finding) => words.test(finding))) return seed;
  }
  return undefined;
};

describe('the checker', () => {
  it('knows at least twelve bugs', () => expect(BUGS.length).toBeGreaterThanOrEqual(12));
  it.each(BUGS.map((plant) => [plant().name, plant] as const))('finds %s', async (_, plant) => {
    expect(await firstFound(plant)).toBeDefined();
  });
  it('finds nothing where nothing is planted', async () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const { lost, doubled, reordered, phantom } = await simulate({ seed, acts: ACTS });
      expect({ seed, lost, doubled, reordered, phantom }).toEqual({
        seed,
        lost: [],
        doubled: [],
        reordered: [],
        phantom: [],
      });
    }
  });
  it('finds nothing where a reply that was begun is done after what came later', async () => {
    expect(await simulate({ seed: 58_527, acts: 8 })).toMatchObject({ reordered: [] });
  });
  it('runs the same seed the same way', async () => {
    const [first, second] = [
      await simulate({ seed: 7, acts: ACTS }),
      await simulate({ seed: 7, acts: ACTS }),
    ];
    expect(second).toEqual(first);
    expect(first.calls).toBeGreaterThan(50);
  });
});
