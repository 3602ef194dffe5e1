import { describe, expect, it } from 'vitest';
import { explore } from './explore.ts';
import { shrunk } from './shrink.ts';
import { simulate } from './simulate.ts';
import type { Failure, Meant } from './tally.ts';

const pair: Failure = {
  seed: 3,
  acts: 6,
  deaths: [
    [17, 'dies before'],
    [42, 'dies after'],
  ],
  found: ['as it was'],
};
/** What is found where a run goes wrong whenever it `fails`. */
const wrong = (fails: (run: Meant) => boolean) => async (run: Meant) =>
  fails(run) ? [`${run.acts} acts`] : [];
const hasDeath = (call: number) => (run: Meant) => run.deaths?.some(([one]) => one === call) ?? false;

describe('a failure', () => {
  it('keeps of two deaths the one that matters', async () => {
    expect(await shrunk(pair, wrong(hasDeath(42)))).toEqual({
      seed: 3,
      acts: 1,
      deaths: [[42, 'dies after']],
      found: ['1 acts'],
    });
  });
  it('keeps both where it takes both', async () => {
    const both = wrong((run) => hasDeath(17)(run) && hasDeath(42)(run) && run.acts >= 4);
    expect(await shrunk(pair, both)).toEqual({ ...pair, acts: 4, found: ['4 acts'] });
  });
  it('still means that nobody dies where nobody has to', async () => {
    expect(
      await shrunk(
        pair,
        wrong(() => true),
      ),
    ).toMatchObject({ acts: 1, deaths: [] });
  });
  it('is left to chance where it came by chance', async () => {
    const { deaths: _, ...chance } = pair;
    expect(
      await shrunk(
        chance,
        wrong((run) => run.acts >= 2 && !run.deaths),
      ),
    ).toEqual({
      seed: 3,
      acts: 2,
      found: ['2 acts'],
    });
  });
  it('stays as it is where less is clean', async () => {
    expect(
      await shrunk(
        pair,
        wrong(() => false),
      ),
    ).toEqual(pair);
  });
});

it('explores with the deaths that are meant', async () => {
  const deaths = [[5, 'dies after']] as const;
  const { calls } = await simulate({ seed: 2, acts: 2, deaths: new Map(deaths) });
  const { calls: without } = await simulate({ seed: 2, acts: 2, deaths: new Map() });
  expect(calls).not.toBe(without);
  expect(await explore(2, 3, 2, deaths)).toMatchObject({ runs: 1, calls });
});
