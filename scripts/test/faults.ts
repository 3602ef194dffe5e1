import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { type Batch, runBatch } from '../../test/faults/run.ts';
import { Weather } from '../../test/faults/weather.ts';
import type { Findings } from '../../test/simulation/checker.ts';
import { Random } from '../../test/simulation/random.ts';
import { signIn } from '../client/person.ts';
import { slackDesk } from '../client/slack-desk.ts';
import { say } from '../report.ts';
import { ACCOUNTS } from '../seed/accounts.ts';
import { seed as furnish } from '../seed/index.ts';
import { freePorts } from '../stack/free-ports.ts';
import { startStack } from '../stack/index.ts';
import { HOST } from '../stack/project.ts';
import { added, NONE, type Tally, tallyOf } from './tally.ts';

/** How much is run: so many conversations of so many messages, some at a time, from a seed on. */
export type Extent = {
  readonly seed: number;
  readonly schedules: number;
  readonly messages: number;
  readonly together: number;
  /** Sudden deaths of all workers in each batch. */
  readonly kills: number;
};

/** What `npm test` runs: nobody is killed, as in `test/flow/again.test.ts`, where a lease has to end. */
export const PART: Extent = { seed: 1, schedules: 3, messages: 40, together: 3, kills: 0 };
/** What `npm run test:faults` runs. */
export const WHOLE: Extent = { seed: 1, schedules: 60, messages: 200, together: 6, kills: 3 };

/** Lets people talk on real emulators while everything goes wrong, and tells what was lost, doubled, reordered or made up. */
export async function testFaults(extent: Extent, signal: AbortSignal): Promise<Tally> {
  const { seed, schedules, messages, together, kills } = extent;
  const weather = new Weather(new Random(seed));
  const count = { lost: 0, doubled: 0, reordered: 0, phantom: 0 };
  let tally = NONE;
  const began = performance.now();
  for (let first = 0; first < schedules; first += together) {
    const batch: Batch = {
      schedules: Array.from({ length: Math.min(together, schedules - first) }, (_, n) => first + n),
      seed,
      messages,
      kills,
    };
    const all = await runAnew(batch, weather, signal);
    for (const [index, findings] of all.entries()) {
      const words = [...findings.lost, ...findings.doubled, ...findings.reordered, ...findings.phantom];
      for (const kind of ['lost', 'doubled', 'reordered', 'phantom'] as const)
        count[kind] += findings[kind].length;
      tally = added(
        tally,
        tallyOf(`faults: schedule ${first + index} from seed ${seed}`, words.length === 0),
      );
      for (const line of words) say(`  schedule ${first + index}: ${line}`);
    }
    const done = Math.min(first + together, schedules);
    say(
      `  ${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${done} of ${schedules} schedules`,
    );
  }
  const { lost, doubled, reordered, phantom } = count;
  const { troubles, kills: killed } = weather;
  say(`on emulators: lost ${lost}, doubled ${doubled}, reordered ${reordered}, phantom ${phantom}`);
  say(
    `  in ${schedules} schedules of ${messages} messages, from seed ${seed}; ${troubles} troubles at Slack, ${killed} workers killed`,
  );
  return tally;
}

/**
 * Runs some conversations on emulators of their own. The Firestore emulator looks through all documents for each query, also through those
 * that are gone: on the same one, ten times as many conversations took twice as long each in the end.
 */
async function runAnew(batch: Batch, weather: Weather, signal: AbortSignal): Promise<Findings[]> {
  const stack = await startStack({
    name: 'faults',
    report: say,
    ports: await freePorts(),
    web: false,
    deliveries: weather.deliveries,
    signal,
  });
  try {
    await furnish(stack);
    const desk = slackDesk(stack.urls.slack);
    // Slack's own pace would make it last for hours, and its deduplication would hide ours.
    await desk.set({ pace: false, deduplicate: false, speed: 20 });
    process.env.FIRESTORE_EMULATOR_HOST = `${HOST}:${stack.ports.firestore}`;
    const app = initializeApp({ projectId: stack.projectId }, 'faults');
    try {
      const people = await Promise.all(ACCOUNTS.map((account) => signIn(stack, account)));
      const all = { stack, desk, weather, people, firestore: getFirestore(app) };
      const findings = await runBatch(all, batch, signal);
      await Promise.all(people.map((person) => person.leave()));
      return findings;
    } finally {
      await deleteApp(app);
    }
  } finally {
    await stack.stop();
  }
}
