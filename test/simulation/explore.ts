import { shrunk } from './shrink.ts';
import { isClean, type Outcome, simulate } from './simulate.ts';
import { FAILURES_KEPT, type Meant, nothing, type Tally } from './tally.ts';

const DEATHS = ['dies before', 'dies after'] as const;

const wordsOf = ({ lost, doubled, reordered, phantom }: Outcome): string[] => [
  ...lost,
  ...doubled,
  ...reordered,
  ...phantom,
];

const outcomeOf = ({ deaths, ...run }: Meant): Promise<Outcome> =>
  simulate({ ...run, ...(deaths && { deaths: new Map(deaths) }) });

async function run(tally: Tally, of: Meant): Promise<number> {
  const outcome = await outcomeOf(of);
  tally.runs += 1;
  tally.calls += outcome.calls;
  for (const kind of ['lost', 'doubled', 'reordered', 'phantom'] as const)
    tally[kind] += outcome[kind].length;
  if (!isClean(outcome) && tally.failures.length < FAILURES_KEPT)
    tally.failures.push(
      await shrunk({ ...of, found: wordsOf(outcome) }, async (less) => wordsOf(await outcomeOf(less))),
    );
  return outcome.calls;
}

/** Runs for a seed each: by chance, or with these deaths and nothing else that goes wrong. */
export async function explore(
  from: number,
  to: number,
  acts: number,
  deaths?: Meant['deaths'],
): Promise<Tally> {
  const tally = nothing();
  for (let seed = from; seed < to; seed += 1) await run(tally, { seed, acts, ...(deaths && { deaths }) });
  return tally;
}

/** One conversation, in which one worker dies: before and after each call. */
export async function everyDeath(seed: number, acts: number): Promise<Tally> {
  const tally = nothing();
  const calls = await run(tally, { seed, acts, deaths: [] });
  for (let call = 1; call <= calls; call += 1)
    for (const how of DEATHS) await run(tally, { seed, acts, deaths: [[call, how]] });
  return tally;
}

/** One conversation, in which two workers die: at every pair of calls of which the first is among these. */
export async function everyTwoDeaths(
  seed: number,
  acts: number,
  isMine: (call: number) => boolean,
): Promise<Tally> {
  const tally = nothing();
  const calls = await run(nothing(), { seed, acts, deaths: [] });
  for (let first = 1; first <= calls; first += 1) {
    if (!isMine(first)) continue;
    for (const how of DEATHS) {
      const more = await run(tally, { seed, acts, deaths: [[first, how]] });
      for (let second = first + 1; second <= more; second += 1)
        for (const next of DEATHS)
          await run(tally, {
            seed,
            acts,
            deaths: [
              [first, how],
              [second, next],
            ],
          });
    }
  }
  return tally;
}
