import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { alive, kill, killTree, send, treeOf } from './process-tree.ts';

/** A Node program that this process has started, in a process group of its own: a Ctrl+C reaches it through us alone. */
export interface Child {
  readonly pid: number;
  /** Its exit code or the signal that ended it, once it has ended. */
  readonly ended: Promise<string>;
  /** The same, without waiting: undefined while it runs. */
  readonly end: () => string | undefined;
  /** All it has printed, line by line. */
  lines(): string[];
  /** Ends it and all that descends from it: asks and waits `grace` milliseconds, then insists. */
  stop(grace: number): Promise<void>;
}

export interface ChildOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The file its output goes to. It is no pipe: a child must be able to end in order when nobody reads any more. */
  readonly log: string;
}

const running = new Set<ChildProcess>();
const GUARD = new URL('./end-with-parent.ts', import.meta.url).href;

process.on('exit', killAll);

export const isRunning = (): boolean => running.size > 0;

/** Ends everything at once. */
export function killAll(): void {
  for (const { pid } of running) if (pid) killTree(pid);
}

export function startChild({ args, cwd, env, log }: ChildOptions): Child {
  const out = openSync(log, 'w');
  const child = spawn(process.execPath, ['--import', GUARD, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', out, out, 'ipc'],
  });
  closeSync(out);
  running.add(child);
  let end: string | undefined;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(String(error)));
    child.once('exit', (code, signal) => {
      running.delete(child);
      end = signal ?? String(code);
      resolve(end);
    });
  });
  const pid = child.pid;
  if (!pid) throw new Error(`${process.execPath} could not be started.`);

  return {
    pid,
    ended,
    end: () => end,
    lines: () => stripVTControlCharacters(readFileSync(log, 'utf8')).split('\n'),
    stop: async (grace) => {
      const family = treeOf(pid);
      if (grace > 0 && family.length > 0) {
        send(pid, 'SIGINT');
        await atMost(grace, ended);
      }
      killTree(pid);
      send(-pid, 'SIGKILL'); // What it left behind in its group.
      kill(family);
      while (alive(family).length > 0) await pause(20);
      await ended;
    },
  };
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for a promise, but no longer than this. */
export async function atMost(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, over]);
  clearTimeout(timer);
}
