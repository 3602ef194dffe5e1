import { spawn } from 'node:child_process';
import { globSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { until } from '../client/within.ts';
import { findFirestoreJar } from '../stack/firestore-jar.ts';
import { freePorts } from '../stack/free-ports.ts';
import { findJava } from '../stack/java.ts';
import { HOST, ROOT } from '../stack/project.ts';
import { UserError } from '../user-error.ts';
import { runChild } from './run-child.ts';

/** A Firestore emulator of its own, without the rest. `host` is `address:port`. */
export type FirestoreEmulator = { readonly host: string; stop(): Promise<void> };

export async function startFirestoreEmulator(signal: AbortSignal): Promise<FirestoreEmulator> {
  const folder = join(ROOT, '.run', 'rules');
  mkdirSync(folder, { recursive: true });
  const jar = findFirestoreJar(process.env, folder).jar ?? (await fetchedJar(signal));
  const javaFolder = await findJava(process.env);
  const { firestore, websocket } = await freePorts();
  const java = javaFolder ? join(javaFolder, 'java') : 'java';
  const child = spawn(
    java,
    ['-jar', jar, '--host', HOST, '--port', String(firestore), '--websocket_port', String(websocket)],
    { stdio: 'ignore', cwd: folder },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  signal.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  const host = `${HOST}:${firestore}`;
  try {
    await until(30_000, 'the Firestore emulator', () =>
      fetch(`http://${host}/`).then(
        (response) => (response.ok ? true : undefined),
        () => undefined,
      ),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, stop };
}

/** firebase-tools' own copy, which it fetches into the person's cache the first time. */
async function fetchedJar(signal: AbortSignal): Promise<string> {
  const cli = join(ROOT, 'node_modules', 'firebase-tools', 'lib', 'bin', 'firebase.js');
  await runChild([cli, 'setup:emulators:firestore'], { signal });
  const cache = process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), '.cache', 'firebase', 'emulators');
  const [newest] = globSync('cloud-firestore-emulator-*.jar', { cwd: cache }).sort().toReversed();
  if (newest) return join(cache, newest);
  throw new UserError(`firebase-tools fetched no Firestore emulator into ${cache}: see what it said above.`);
}
