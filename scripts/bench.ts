import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { measureAnswers } from './bench/answers.ts';
import { measureChain } from './bench/chain.ts';
import { measureCold } from './bench/cold.ts';
import { openQuietRooms } from './bench/quiet-rooms.ts';
import { measureRelay } from './bench/relay.ts';
import { sayInRooms } from './bench/relay-rooms.ts';
import { rulesAndFloor } from './bench/rules.ts';
import { type Bench, lostIn, tableOf } from './bench/table.ts';
import { measureWorkers } from './bench/worker.ts';
import { measureWrites } from './bench/write.ts';
import { signIn } from './client/person.ts';
import { type Report, say, stepReport } from './report.ts';
import { ACCOUNTS } from './seed/accounts.ts';
import { seed } from './seed/index.ts';
import { freePorts } from './stack/free-ports.ts';
import { startStack } from './stack/index.ts';
import { ROOT } from './stack/project.ts';
import { UserError } from './user-error.ts';

/** Rounds that count, rounds and time before them (milliseconds), and the breath between two. */
const WORKERS = { rounds: 5, warmUp: { rounds: 1, milliseconds: 10_000 }, breath: 0 };
const WRITES = { rounds: 100, warmUp: { rounds: 300, milliseconds: 12_000 }, breath: 10 };
const CHAIN = { rounds: 40, warmUp: { rounds: 100, milliseconds: 25_000 }, breath: 50 };
const RELAY = { rounds: 40, warmUp: 20 };
/** Bursts of Slack's events: 500 that count. */
const BURSTS = { bursts: 50, warmUp: 5, events: 10, breath: 200 };
/** Calls that the Functions emulator works on at a time: the same on every machine. */
const PARALLEL = 2;
/** How often functions are started anew. */
const STARTS = 5;

/** `npm run bench`: what people wait for, beside the least it could take, turn by turn in one run. Fails on what is lost, never on time. */
export default async function bench(signal: AbortSignal): Promise<void> {
  const json = process.argv.includes('--json');
  const report = json ? () => undefined : stepReport();
  const load = await measureWorkers({ ...WORKERS, signal });
  report('Workers were loaded');
  const { write, direct } = await measureWrites({ ...WRITES, signal });
  report('Writes were timed');
  const { chain, relay, answers, cold } = await onStack(report, signal);
  const component = { ...chain.component, direct };
  const all: Bench = { ...chain, component, write, relay, answers, cold, import: load };
  if (json) say(JSON.stringify(all));
  else for (const line of ['', ...tableOf(all)]) say(line);
  const lost = lostIn(all);
  if (lost > 0) throw new UserError(`${lost} answers were lost.`);
}

/** What needs everything: the functions as they are, and beside them those that measure. */
async function onStack(report: Report, signal: AbortSignal) {
  const stack = await startStack({
    name: 'bench',
    report,
    ports: await freePorts(),
    web: false,
    functionsSource: join(ROOT, 'test', 'bench', 'functions'),
    rules: rulesAndFloor(),
    parallel: PARALLEL,
    signal,
  });
  try {
    await seed(stack);
    const app = initializeApp({ projectId: stack.projectId }, 'bench');
    const firestore = getFirestore(app);
    const person = await signIn(stack, ACCOUNTS[0]);
    await openQuietRooms(firestore, person.uid);
    await sayInRooms(firestore, person.uid, RELAY.warmUp + RELAY.rounds);
    const chain = await measureChain(person, { ...CHAIN, signal });
    report('Replies were timed');
    const relay = await measureRelay(app, stack.urls.slack, { ...RELAY, signal });
    report('Posts to Slack were timed');
    const answers = await measureAnswers(stack, { ...BURSTS, signal });
    report('Answers to Slack were timed');
    await person.leave();
    await deleteApp(app);
    const cold = await measureCold(stack, STARTS, signal);
    report('Starts were timed');
    return { chain, relay, answers, cold };
  } finally {
    await stack.stop();
  }
}
