import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { UserError } from '../user-error.ts';
import { type Child, pause, startChild } from './child.ts';
import { PROJECT } from './project.ts';
import type { RunFolder } from './run-folder.ts';

/** Calls that the Functions emulator works on at a time: without a limit a burst starts up to fifty Node processes, each of them slow. */
const WORKERS = Math.max(2, availableParallelism());

export interface EmulatorOptions {
  readonly folder: RunFolder;
  /** A folder for sockets and the like, whose paths must be short. */
  readonly temporary: string;
  readonly web: boolean;
  readonly firestoreJar: string | undefined;
  /** A folder with `java` in it, where the one on PATH won't do. */
  readonly javaFolder: string | undefined;
  /** How many calls the Functions emulator works on at a time. */
  readonly parallel?: number;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Seconds that a worker has to load. The emulator gives one up after 30, and then never answers what was for it; on a machine that reads its
 * disk for the first time that was too short.
 */
const LOADING = 60;

const READY = 'All emulators ready';
const BROKEN = /Failed to load function definition|Failed to initialize/;
const TELLING = /error|⚠|⬢|✖|fail|cannot|could not|not found|exception/i;

/** The environment of the Firebase CLI and of what it starts: nothing of the person's own accounts, and no network. */
export function emulatorEnvironment(options: EmulatorOptions): NodeJS.ProcessEnv {
  const { NODE_ENV: _, GOOGLE_APPLICATION_CREDENTIALS: __, FIREBASE_TOKEN: ___, ...env } = options.env;
  const path = [dirname(process.execPath), options.javaFolder, env.PATH].filter((part) => part !== undefined);
  return {
    ...env,
    PATH: path.join(delimiter),
    NO_COLOR: '1',
    METADATA_SERVER_DETECTION: 'none',
    NO_UPDATE_NOTIFIER: '1',
    // The CLI's settings and sign-in: a run has none, so it reports no use and hands no account to functions.
    XDG_CONFIG_HOME: join(options.folder.path, 'config'),
    // Function workers leave their sockets behind, and the hub a note of its address, over which two runs would quarrel.
    TMPDIR: options.temporary,
    // The CLI asks npm for the newest firebase-functions at each load, and waits ten seconds where there is no network.
    npm_config_offline: 'true',
    ...(options.firestoreJar && { FIRESTORE_EMULATOR_BINARY_PATH: options.firestoreJar }),
    FUNCTIONS_DISCOVERY_TIMEOUT: String(LOADING),
    FUNCTIONS_EMULATOR_PARALLEL: String(options.parallel ?? WORKERS),
  };
}

/** Starts the Firebase CLI's emulators in a run's folder. */
export function startEmulators(options: EmulatorOptions): Child {
  const about = createRequire(import.meta.url).resolve('firebase-tools/package.json');
  const only = ['auth', 'firestore', 'functions', 'tasks', ...(options.web ? ['hosting'] : [])];
  return startChild({
    args: [
      join(dirname(about), 'lib', 'bin', 'firebase.js'),
      'emulators:start',
      '--config=firebase.json',
      `--project=${PROJECT}`,
      `--only=${only.join(',')}`,
      '--non-interactive',
    ],
    cwd: options.folder.path,
    env: emulatorEnvironment(options),
    log: options.folder.log('emulators'),
  });
}

/** Resolves when all of them answer and the functions are loaded. `patience` is in milliseconds. */
export async function emulatorsReady(child: Child, folder: RunFolder, patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    const lines = child.lines();
    const fail = (what: string) =>
      new UserError(`${what}: see ${folder.log('emulators')}.`, { lines: telling(lines) });
    if (lines.some((line) => BROKEN.test(line))) throw fail('The emulators could not load the functions');
    if (lines.some((line) => line.includes(READY))) return;
    if (child.end() !== undefined) throw fail(`The emulators ended (${child.end()}) before they were ready`);
    if (performance.now() > deadline) throw fail(`The emulators were not ready after ${patience / 1000} s`);
    await Promise.race([pause(100), child.ended]);
  }
}

/** Lets the Functions emulator load its functions again. It watches their folder too, but never one below `.run`. */
export async function reloadFunctions(hub: string): Promise<void> {
  const response = await fetch(`${hub}/functions/enableBackgroundTriggers`, { method: 'PUT' });
  if (!response.ok)
    throw new UserError(`The emulators did not reload the functions: ${await response.text()}`);
}

/** The lines that say what went wrong; the last ones where none does. */
export function telling(lines: readonly string[]): string[] {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const found = said.filter((line) => TELLING.test(line));
  return (found.length > 0 ? found : said).slice(-12);
}
