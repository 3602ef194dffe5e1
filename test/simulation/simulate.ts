import type { Bug } from './bug.ts';
import { check, type Findings } from './checker.ts';
import { checkFeelings } from './feelings.ts';
import { converse } from './plan.ts';
import { Random } from './random.ts';
import { Endless, type Fates } from './scheduler.ts';
import type { Trouble } from './slack-side.ts';
import { SKEW } from './workers.ts';
import { World } from './world.ts';

/** One run: a conversation, its faults, a sweep or two when all has come to rest, and what is wrong then. */
export type Run = {
  readonly seed: number;
  /** How many things people do. */
  readonly acts: number;
  /** Deaths that are meant, by the number of the call; by chance where nothing is meant. */
  readonly deaths?: ReadonlyMap<number, 'dies before' | 'dies after'>;
  /** Plants a mistake. */
  readonly plant?: () => Bug;
};

export type Outcome = Findings & { readonly calls: number; readonly refusals: readonly string[] };

/** Milliseconds over which people do what they do. */
const SPREAD = 20_000;
/** Milliseconds after which every lease and every pause is over, also by a clock that is slow. */
const REST = 300_000 + SKEW;
/** Milliseconds after which a channel is looked through for what Slack did not tell. */
const MINUTE = 60_000;
const UNHEARD = 13 * MINUTE + SKEW;
/** The share of events that Slack gives up, in some runs. */
const LOSSES = 0.3;

export async function simulate({ seed, acts, deaths, plant }: Run): Promise<Outcome> {
  const random = new Random(seed);
  // Of its own: the same seed goes the same way, whatever the clocks show.
  const clocks = new Random(~seed);
  const bug = plant?.();
  const isMeant = deaths !== undefined;
  const isMortal = seed % 4 !== 0;
  const losses = !isMeant && !bug?.hearsAll && seed % 5 === 2 ? LOSSES : 0;
  const fates: Fates = (call) => (isMeant ? deaths.get(call) : isMortal ? byChance(random) : undefined);
  const trouble = (chance: Random): Trouble | undefined => (isMeant ? undefined : troubleBy(chance));
  const world = new World({ random, clocks, fates, trouble, doubles: isMeant ? 0 : 0.15, losses, bug });
  const history = converse(world, random, acts, SPREAD);
  // One sweep mends one death. Where much goes wrong at once, what waits for what was mended is mended by the next.
  const isAtRest = await comesToRest(world, bug, isMeant ? 1 : 2);
  const findings = check(world, history);
  checkFeelings(world, history, findings);
  if (!isAtRest) findings.phantom.push('it never comes to rest');
  return { ...findings, calls: world.callsInTrouble, refusals: world.workers.refusals };
}

/** Lets everything run out, then calms the world down and sweeps. */
async function comesToRest(world: World, bug: Bug | undefined, sweeps: number): Promise<boolean> {
  try {
    // What waits for a sweep waits a minute, as it should: else it would come in the middle of the look that makes up for it.
    for (let at = MINUTE; world.isDeaf && at <= UNHEARD; at += MINUTE)
      world.scheduler.after(at, () => world.sweep());
    await world.scheduler.run();
    world.calmDown();
    for (let n = 0; n < (bug?.neverSweeps ? 0 : sweeps); n += 1) {
      world.scheduler.after(REST, () => world.sweep());
      await world.scheduler.run();
    }
    if (world.isDeaf) world.scheduler.after(UNHEARD, () => world.sweep());
    await world.scheduler.run();
    return true;
  } catch (error) {
    if (error instanceof Endless) return false;
    throw error;
  }
}

const byChance = (random: Random): ReturnType<Fates> => {
  if (!random.chance(0.06)) return undefined;
  return random.pick(['dies before', 'dies after', 'sleeps'] as const);
};

const troubleBy = (random: Random): Trouble | undefined => {
  if (!random.chance(0.12)) return undefined;
  const kind = random.pick(['limited', 'fails', 'loses the answer'] as const);
  return kind === 'limited' ? { kind, seconds: 1 + random.under(30) } : { kind };
};

export const isClean = ({ lost, doubled, reordered, phantom }: Findings): boolean =>
  lost.length + doubled.length + reordered.length + phantom.length === 0;
