import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { Ports } from './ports.ts';
import { PROJECT, ROOT } from './project.ts';
import type { RunFolder } from './run-folder.ts';
import { clientEnvironment } from './urls.ts';

/** Starts the metadata server of `test/metadata/`: the platform's word on which function runs, and Google's keys. `key` is RSA, PEM. */
export function startMetadata(port: number, key: string, { log }: RunFolder, env: NodeJS.ProcessEnv): Child {
  return startChild({
    args: [join(ROOT, 'test', 'metadata', 'main.ts')],
    cwd: ROOT,
    env: { ...env, METADATA_PORT: String(port), METADATA_KEY: key, METADATA_PROJECT: PROJECT },
    log: log('metadata'),
  });
}

/**
 * Starts `identity` in a process of its own, with its parameters and no secret of others.
 *
 * The Functions emulator works on a few calls at a time. Components that wait there for `identity` would take the places
 * that it needs in order to answer them.
 */
export function startIdentity(ports: Ports, { functions, log }: RunFolder, env: NodeJS.ProcessEnv): Child {
  return startChild({
    args: [
      `--env-file=${join(functions, '.env.local')}`,
      join(ROOT, 'scripts', 'stack', 'function-host.ts'),
      join(functions, 'build', 'index.js'),
      'identity',
      String(ports.identity),
    ],
    cwd: functions,
    env: { PATH: env.PATH, ...clientEnvironment(ports) },
    log: log('identity'),
  });
}
