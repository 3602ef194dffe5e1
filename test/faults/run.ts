import type { Firestore } from 'firebase-admin/firestore';
import { LEASE_SECONDS } from '#model/limits.ts';
import type { SlackDesk } from '../../scripts/client/slack-desk.ts';
import type { Stack } from '../../scripts/stack/index.ts';
import { runScheduled } from '../../scripts/stack/schedule.ts';
import { check, type Findings } from '../simulation/checker.ts';
import { checkFeelings } from '../simulation/feelings.ts';
import type { Said } from '../simulation/plan.ts';
import { Random } from '../simulation/random.ts';
import { converse, type Talkers } from './conversation.ts';
import { type Ends, endsOf, isAtRest } from './ends.ts';
import { Hope } from './hope.ts';
import { type Furnished, furnishSchedule } from './rooms.ts';
import { asShown } from './twins.ts';
import type { Weather } from './weather.ts';

export type Everything = Talkers & {
  readonly stack: Pick<Stack, 'eventsUnderWay' | 'ports' | 'projectId' | 'runFolder' | 'urls'>;
  readonly firestore: Firestore;
  readonly desk: SlackDesk;
  readonly weather: Weather;
};

/** Conversations that take place at the same time, in the same weather; each has rooms and a seed to itself. */
export type Batch = {
  readonly schedules: readonly number[];
  readonly seed: number;
  readonly messages: number;
  readonly kills: number;
};

/** The longest time between two things that people do in one conversation (milliseconds). */
const PAUSE = 250;
/** Once nothing goes wrong any more: milliseconds between two sweeps, and between two looks. */
const SWEEPS = 60_000;
const LOOK = 1_000;
/** Looks that are passed over in a row while events are under way. */
const PASSED_OVER = 30;
/** So many looks in a row that are the same are rest: the emulator holds an event back for a moment. */
const SAME = 3;

/** Runs them, lets everything come to rest with one sweep, and says of each what is wrong then. */
export async function runBatch(all: Everything, batch: Batch, signal: AbortSignal): Promise<Findings[]> {
  const { desk, firestore, stack, weather } = all;
  const { schedules, seed, messages, kills } = batch;
  const rooms: Furnished[] = [];
  for (const schedule of schedules) rooms.push(await furnishSchedule(firestore, desk, schedule));

  const calm = new AbortController();
  const time = (messages * PAUSE) / 2;
  const rage = weather.rage(
    desk,
    stack.runFolder,
    rooms.flatMap(({ places }) => places),
    { kills, time, until: calm.signal },
  );
  const history = await Promise.all(
    schedules.map((schedule, index) => {
      const { places = [] } = rooms[index] ?? {};
      return converse(all, places, new Random(seed + schedule), { messages, pause: PAUSE });
    }),
  );
  calm.abort();
  const deaths = await rage;
  await weather.calmDown(desk);
  signal.throwIfAborted();

  // Leases of the dead are over by then, and whatever they left behind is old enough to be found.
  if (kills > 0) await new Promise((resolve) => setTimeout(resolve, LEASE_SECONDS * 1_000));
  const sweep = (): Promise<void> => runScheduled(stack.urls.functions, 'sweep');
  // It would wait behind what is still to be dealt with, for longer than a function has.
  await quiet(stack.eventsUnderWay, signal);
  await sweep();
  const look = (): Promise<Ends[]> =>
    Promise.all(rooms.map(({ places }) => endsOf(firestore, desk, places, deaths)));
  const ends = await atRest(look, sweep, stack.eventsUnderWay, signal);
  return ends.map((one, index) => compare(one, [...(rooms[index]?.roots ?? []), ...(history[index] ?? [])]));
}

function compare(ends: Ends, history: readonly Said[]): Findings {
  const shown = asShown(history, ends);
  const findings = check(ends, shown);
  checkFeelings(ends, shown, findings);
  return findings;
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK));

/** Waits until every event is dealt with, however long that takes this machine: whether more come is what is watched. */
async function quiet(eventsUnderWay: () => number, signal: AbortSignal): Promise<void> {
  const hope = new Hope();
  for (let left = eventsUnderWay(); left > 0; left = eventsUnderWay()) {
    signal.throwIfAborted();
    if (!hope.isLeft(String(left))) throw new Error(`${left} events are dealt with by nobody.`);
    await breath();
  }
}

/**
 * Looks until nothing is on its way any more and some looks are the same, or nothing changes any more. A look is at everything, which keeps
 * the emulator from its work: while events are dealt with, it is there but rarely.
 */
async function atRest(
  look: () => Promise<Ends[]>,
  sweep: () => Promise<void>,
  eventsUnderWay: () => number,
  signal: AbortSignal,
): Promise<Ends[]> {
  const hope = new Hope();
  let swept = performance.now();
  let before = '';
  let same = 0;
  for (;;) {
    signal.throwIfAborted();
    for (let n = 0; n < PASSED_OVER && eventsUnderWay() > 0; n += 1) await breath();
    const ends = await look();
    const now = JSON.stringify(ends.map(({ database, slack }) => [...database.documents, slack.messages]));
    same = eventsUnderWay() === 0 && ends.every(isAtRest) && now === before ? same + 1 : 0;
    if (same === SAME || !hope.isLeft(now)) return ends;
    before = now;
    // A reaction to a post that is not on record waits for the sweep that comes after it is, as in reality each minute.
    if (performance.now() - swept > SWEEPS) {
      swept = performance.now();
      await sweep();
    }
    await breath();
  }
}
