import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../user-error.ts';
import { PROJECT, REGION, ROOT } from './project.ts';

/** A parameter or a secret that the functions declare. */
export interface Declared {
  readonly name: string;
  readonly type: 'string' | 'int' | 'boolean' | 'list' | 'secret';
  readonly default?: unknown;
}

/** What functions say of themselves: the part of the manifest that a run has to know. */
export interface Manifest {
  readonly params?: readonly Declared[];
  readonly endpoints: Readonly<Record<string, Endpoint>>;
}

/** A function: the part of it that a run has to know. https://github.com/firebase/firebase-functions/blob/master/src/runtime/manifest.ts */
interface Endpoint {
  readonly region?: readonly string[];
  readonly eventTrigger?: { readonly retry?: boolean };
}

/** Where the Functions emulator takes the events of functions that want one again that failed. */
export const retriedIn = ({ endpoints }: Manifest): ReadonlySet<string> =>
  new Set(
    Object.entries(endpoints)
      .filter(([, { eventTrigger }]) => eventTrigger?.retry)
      .map(
        ([name, { region = [REGION] }]) => `/functions/projects/${PROJECT}/triggers/${region[0]}-${name}-0`,
      ),
  );

/** Functions that take longer than this to load would fail in the emulator too (milliseconds). */
const PATIENCE = 30_000;

/**
 * Loads the built functions once and writes what they are into `functions.yaml`, as the Firebase CLI would.
 *
 * The CLI takes a manifest that is already there. Asked by us, functions that don't load say why, and parameters without
 * a value are known before the CLI asks for them at a prompt that nobody sees.
 */
export async function writeManifest(functions: string, env: NodeJS.ProcessEnv): Promise<Manifest> {
  const file = join(functions, 'functions.yaml');
  try {
    await promisify(execFile)(process.execPath, [loader(), functions], {
      cwd: functions,
      env: {
        ...env,
        GCLOUD_PROJECT: PROJECT,
        FUNCTIONS_CONTROL_API: 'true',
        FUNCTIONS_MANIFEST_OUTPUT_PATH: file,
      },
      timeout: PATIENCE,
    });
  } catch (error) {
    const printed = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new UserError('The functions do not load.', {
      lines: printed.split('\n').slice(0, 12),
      cause: error,
    });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The program of firebase-functions that describes a codebase; its package.json can't be asked, it is not exported. */
function loader(): string {
  const main = createRequire(join(ROOT, 'functions', 'package.json')).resolve('firebase-functions');
  return join(dirname(main), '..', 'bin', 'firebase-functions.js');
}
