import { join } from 'node:path';
import { until } from '../client/within.ts';
import { type Child, startChild } from '../stack/child.ts';
import { freePorts } from '../stack/free-ports.ts';
import type { Stack } from '../stack/index.ts';
import { HOST, ROOT } from '../stack/project.ts';
import { type Figures, figuresOf, type Sample } from './figures.ts';
import { sendSigned } from './signed.ts';

/** Slack's first event to functions that have just started: milliseconds from then on to the answer; `load`: from their start on until both take it. */
export type Cold = Figures & { readonly load: Figures };

const HOST_PROGRAM = join(ROOT, 'scripts', 'stack', 'function-host.ts');
/** Milliseconds that a start may take. */
const PATIENCE = 60_000;

type Served = Pick<Stack, 'runFolder' | 'environment' | 'secrets'>;

/** Starts `identity` and `slackReceive` anew, at once, and sends an event as soon as it is taken; round after round. */
export async function measureCold(stack: Served, rounds: number, signal: AbortSignal): Promise<Cold> {
  const loads: number[] = [];
  const answers: Sample[] = [];
  for (let round = 0; round < rounds; round += 1) {
    signal.throwIfAborted();
    const { load, answer } = await oneStart(stack, round);
    loads.push(load);
    answers.push(answer);
  }
  return { ...figuresOf(answers), load: figuresOf(loads) };
}

async function oneStart(stack: Served, round: number): Promise<{ load: number; answer: Sample }> {
  const ports = await freePorts();
  const began = performance.now();
  const identity = serve(stack, 'identity', ports.identity, ports.identity, []);
  const receive = serve(stack, 'slackReceive', ports.functions, ports.identity, ['.secret.local']);
  try {
    // The platform keeps a request until whoever it is for has started; here it would be refused.
    await Promise.all([serving(identity, 'identity'), serving(receive, 'slackReceive')]);
    const load = performance.now() - began;
    const url = `http://${HOST}:${ports.functions}`;
    const status = await sendSigned(url, stack.secrets.SLACK_SIGNING_SECRET, `COLD${Date.now()}x${round}`);
    const answer = performance.now() - began - load;
    // Slack is told to send it again: it would have had to wait too long.
    return { load, answer: status === 200 ? answer : 'late' };
  } finally {
    await Promise.all([identity.stop(0), receive.stop(0)]);
  }
}

const serving = (child: Child, name: string): Promise<true> =>
  until(PATIENCE, `${name} to start`, async () =>
    child.lines().some((line) => line.includes(`${name} on http`)) ? true : undefined,
  );

/** A function in a process of its own, as the platform starts it: its secrets are in the files that are named. */
function serve(
  { runFolder, environment }: Served,
  name: 'identity' | 'slackReceive',
  port: number,
  identity: number,
  files: readonly string[],
): Child {
  const functions = join(runFolder, 'functions');
  const settings = ['.env.local', ...files].map((file) => `--env-file=${join(functions, file)}`);
  return startChild({
    args: [...settings, HOST_PROGRAM, join(functions, 'build', 'index.js'), name, String(port)],
    cwd: functions,
    env: {
      PATH: process.env.PATH,
      ...environment,
      FUNCTION_TARGET: name,
      IDENTITY_URL: `http://${HOST}:${identity}`,
    },
    log: join(runFolder, `cold-${name}.log`),
  });
}
