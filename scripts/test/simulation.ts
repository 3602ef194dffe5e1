import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Share } from '../../test/simulation/main.ts';
import { add, type Failure, type Tally as Found, nothing } from '../../test/simulation/tally.ts';
import { howFar, type Progress, say } from '../report.ts';
import { ROOT } from '../stack/project.ts';
import { optionsOf } from './again.ts';
import { added, NONE, type Tally, tallyOf } from './tally.ts';

/** How much of everything is run: by chance so many seeds from `seed` on; deaths in so many conversations. */
export type Extent = {
  readonly seed: number;
  readonly runs: number;
  readonly acts: number;
  readonly deaths: number;
  readonly pairs: { readonly conversations: number; readonly acts: number };
  /** Who dies in the runs from `seed` on, where that is not left to chance. */
  readonly dying?: Failure['deaths'];
};

/** What `npm test` runs: a tenth of the whole. */
export const PART: Extent = {
  seed: 1,
  runs: 10_000,
  acts: 8,
  deaths: 8,
  pairs: { conversations: 1, acts: 2 },
};
/** What `npm run test:simulation` runs. */
export const WHOLE: Extent = {
  seed: 1,
  runs: 100_000,
  acts: 8,
  deaths: 40,
  pairs: { conversations: 3, acts: 3 },
};

/** Runs in one share: small enough that the cores end together. */
const CHUNK = 500;

/** Runs the real components in simulated worlds, on all cores, and tells what was lost, doubled, reordered or made up. */
export async function testSimulation(extent: Extent, signal: AbortSignal): Promise<Tally> {
  const began = performance.now();
  const shares = { chance: inSeeds(extent), deaths: deaths(extent), pairs: pairs(extent) };
  let tally = NONE;
  for (const [name, queue] of Object.entries(shares)) {
    if (queue.length === 0) continue;
    const title = name === 'chance' && extent.dying ? 'as they were asked for' : (TITLES[name] ?? name);
    const found = await workOff(queue, signal, howFar(title));
    const { runs, calls, lost, doubled, reordered, phantom } = found;
    say(`${title}: lost ${lost}, doubled ${doubled}, reordered ${reordered}, phantom ${phantom}`);
    say(`  in ${runs} runs with ${calls} calls${name === 'chance' ? `, from seed ${extent.seed}` : ''}`);
    for (const failure of found.failures) {
      say(`  ${JSON.stringify(failure)}`);
      say(`  again: npm run test:simulation -- ${optionsOf(failure).join(' ')}`);
    }
    tally = added(tally, tallyOf(`simulation, ${title}`, lost + doubled + reordered + phantom === 0));
  }
  say(`simulation: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return tally;
}

const TITLES: Readonly<Record<string, string>> = {
  chance: 'by chance',
  deaths: 'one death at every call',
  pairs: 'two deaths at every pair of calls',
};

/** One run for each seed. */
export function inSeeds({ seed, runs, acts, dying }: Extent): Share[] {
  const shares: Share[] = [];
  for (let from = seed; from < seed + runs; from += CHUNK) {
    const to = Math.min(from + CHUNK, seed + runs);
    shares.push({ do: 'explore', from, to, acts, ...(dying && { deaths: dying }) });
  }
  return shares;
}

const deaths = ({ seed, deaths: count, acts }: Extent): Share[] =>
  Array.from({ length: count }, (_, nth) => ({ do: 'everyDeath', seeds: [seed + nth], acts }));

const pairs = ({ seed, pairs: { conversations, acts } }: Extent): Share[] => {
  const of = availableParallelism() * 4;
  return Array.from({ length: conversations }, (_, n) => n).flatMap((n) =>
    Array.from({ length: of }, (__, nth): Share => ({ do: 'everyTwoDeaths', seed: seed + n, acts, nth, of })),
  );
};

/** Gives the shares out to as many processes as there are cores. */
async function workOff(queue: readonly Share[], signal: AbortSignal, told: Progress): Promise<Found> {
  const found = nothing();
  const left = [...queue];
  let ended = 0;
  const workers = Array.from({ length: Math.min(availableParallelism(), queue.length) }, () =>
    fork(join(ROOT, 'test', 'simulation', 'main.ts')),
  );
  const end = () => workers.forEach((worker) => worker.kill());
  signal.addEventListener('abort', end, { once: true });
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let share = left.shift(); share; share = left.shift()) {
          for (const tally of await done(worker, share)) add(found, tally);
          ended += 1;
          told(ended, queue.length);
        }
      }),
    );
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
  signal.throwIfAborted();
  return found;
}

const done = (worker: ChildProcess, share: Share): Promise<readonly Found[]> =>
  new Promise((resolve, reject) => {
    const left = (code: number | null) =>
      reject(new Error(`A process of the simulation ended with ${code}.`));
    worker.once('exit', left);
    worker.once('message', (answer: { tallies?: readonly Found[]; failed?: string }) => {
      worker.off('exit', left);
      if (answer.tallies) resolve(answer.tallies);
      else reject(new Error(answer.failed ?? 'A process of the simulation gave no answer.'));
    });
    worker.send(share);
  });
