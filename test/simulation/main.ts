import { everyDeath, everyTwoDeaths, explore } from './explore.ts';
import type { Meant, Tally } from './tally.ts';

/** A share of the work, for one process. */
export type Share =
  | {
      readonly do: 'explore';
      readonly from: number;
      readonly to: number;
      readonly acts: number;
      readonly deaths?: Meant['deaths'];
    }
  | { readonly do: 'everyDeath'; readonly seeds: readonly number[]; readonly acts: number }
  | {
      readonly do: 'everyTwoDeaths';
      readonly seed: number;
      readonly acts: number;
      readonly nth: number;
      readonly of: number;
    };

async function work(share: Share): Promise<Tally[]> {
  switch (share.do) {
    case 'explore':
      return [await explore(share.from, share.to, share.acts, share.deaths)];
    case 'everyDeath': {
      const tallies: Tally[] = [];
      for (const seed of share.seeds) tallies.push(await everyDeath(seed, share.acts));
      return tallies;
    }
    case 'everyTwoDeaths':
      return [await everyTwoDeaths(share.seed, share.acts, (call) => call % share.of === share.nth)];
  }
}

process.on('message', (share: Share) => {
  work(share).then(
    (tallies) => process.send?.({ tallies }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.stack : String(error) }),
  );
});
