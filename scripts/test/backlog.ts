import { type App, deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { drain } from '../../test/backlog/drain.ts';
import { type Memory, memoryIn, type Sample } from '../../test/backlog/memory.ts';
import { type Backlog, leave, placesOf, saidIn } from '../../test/backlog/rooms.ts';
import { endsOf } from '../../test/faults/ends.ts';
import { openRooms, type Place } from '../../test/faults/rooms.ts';
import { memoryOfWorkers } from '../../test/flow/workers.ts';
import { check, type Findings } from '../../test/simulation/checker.ts';
import { slackDesk } from '../client/slack-desk.ts';
import { until } from '../client/within.ts';
import { say, stepReport } from '../report.ts';
import { seed } from '../seed/index.ts';
import { freePorts } from '../stack/free-ports.ts';
import { type Stack, startStack } from '../stack/index.ts';
import { runScheduled } from '../stack/schedule.ts';

export type Extent = Backlog & {
  /** Rooms that have turns at the same time: every worker is a process, and on two cores more of them are no quicker. */
  readonly together: number;
};

/** What `npm run test:backlog` drains. */
export const WHOLE: Extent = { rooms: 20, messages: 500, together: 2 };

/**
 * A function has 256 MiB on the platform unless it says otherwise, and V8 takes half of what there is for what lives long. Here there
 * is more, and it would collect late. https://firebase.google.com/docs/functions/manage-functions#set_memory_limit
 */
const NODE_OPTIONS = '--max-old-space-size=128';
/** Workers beside them, which take what Slack tells of each post. */
const FOR_EVENTS = 2;
/** Milliseconds in which all of it should be in Slack, after which it is taken for stuck, and until Slack has told of it all. */
const AIM = 300_000;
const PATIENCE = 4 * AIM;
const REST = 300_000;
/** Findings that are written out. */
const TOLD = 20;
/** Milliseconds without an event after which the emulator has no more of them. */
const SILENCE = 3_000;

/**
 * Lets rooms have their turns in which much waits for Slack, and tells how long that took, what went wrong, and how memory went.
 * Returns in how many ways it is not as it should be.
 */
export async function testBacklog(extent: Extent, signal: AbortSignal): Promise<number> {
  const report = stepReport();
  let isReady = false;
  let told = performance.now();
  const stack = await startStack({
    name: 'backlog',
    report,
    ports: await freePorts(),
    web: false,
    parallel: extent.together + FOR_EVENTS,
    parameters: { NODE_OPTIONS },
    // What waits was said long ago: no function hears of it now.
    deliveries: () => {
      told = performance.now();
      return isReady ? [0] : [];
    },
    signal,
  });
  try {
    await seed(stack);
    const app = initializeApp({ projectId: stack.projectId }, 'backlog');
    const places = placesOf(extent);
    const desk = slackDesk(stack.urls.slack);
    // Slack's own pace is a post a second in each channel, and its deduplication would hide ours.
    await desk.set({ pace: false, deduplicate: false, speed: 20 });
    const history = saidIn(places, extent);
    await leave(getFirestore(app), history);
    await until(REST, 'the emulator to have told all that was written', async () => {
      signal.throwIfAborted();
      return performance.now() - told > SILENCE || undefined;
    });
    isReady = true;
    await openRooms(getFirestore(app), desk.control, places);
    report(`${history.length} messages wait in ${places.length} rooms`);

    const { took, memory } = await work(stack, app, places, extent.together, signal);
    report('All rooms are done');
    const heard = getFirestore(app).collection('inbox').where('state', '==', 'received').count();
    await until(REST, 'all that Slack tells of it to be dealt with', async () => {
      signal.throwIfAborted();
      await desk.quiet(REST);
      return (stack.eventsUnderWay() === 0 && (await heard.get()).data().count === 0) || undefined;
    });
    report('Slack has told of all of them');
    const ends = await endsOf(getFirestore(app), desk, places, 0);
    await deleteApp(app);
    return judge(check(ends, history), { took, memory, count: history.length });
  } finally {
    await stack.stop();
  }
}

async function work(
  stack: Stack,
  app: App,
  places: readonly Place[],
  together: number,
  signal: AbortSignal,
): Promise<Pick<Seen, 'took' | 'memory'>> {
  const samples: Sample[] = [];
  const took = await drain(app, places, {
    together,
    patience: PATIENCE,
    look: () => void samples.push(memoryOfWorkers(stack.runFolder)),
    sweep: () => runScheduled(stack.urls.functions, 'sweep'),
    signal,
  });
  return { took, memory: memoryIn(samples) };
}

type Seen = { readonly took: number | undefined; readonly memory: Memory; readonly count: number };

/** Says what was seen. Returns in how many ways it is not as it should be. */
function judge(findings: Findings, { took, memory, count }: Seen): number {
  const { lost, doubled, reordered, phantom } = findings;
  const words = [...lost, ...doubled, ...reordered, ...phantom];
  for (const line of words.slice(0, TOLD)) say(`  ${line}`);
  say(
    `backlog: lost ${lost.length}, doubled ${doubled.length}, reordered ${reordered.length}, phantom ${phantom.length}`,
  );
  const isInTime = took !== undefined && took <= AIM;
  const aim = `${AIM / 1_000} s ${isInTime ? 'kept' : 'missed'}`;
  say(
    took === undefined
      ? `  not drained in ${PATIENCE / 1_000} s (${aim})`
      : `  drained in ${(took / 1_000).toFixed(1)} s (${aim}), ${((count * 1_000) / took).toFixed(1)} messages a second`,
  );
  const { first, last, isFlat } = memory;
  say(
    `  a worker has ${first.one} MiB at most in the first third, ${last.one} in the last (${isFlat ? 'flat' : 'not flat'}); all together ${first.all} and ${last.all}`,
  );
  return words.length + Number(!isInTime) + Number(!isFlat);
}
