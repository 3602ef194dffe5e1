import { existsSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../user-error.ts';
import { manifestJar } from './jar.ts';

const VARIABLE = 'FIRESTORE_EMULATOR_BINARY_PATH';
const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const FOLDER = join('platform', 'cloud-firestore-emulator');
const JAR = 'cloud-firestore-emulator.jar';

/** The Firestore emulator that `java -jar` can run, and what to tell of it; without a jar firebase-tools fetches its own. */
export interface FirestoreJar {
  readonly jar?: string;
  readonly told: string;
}

/**
 * Finds the Firestore emulator: the one that the environment names, else the Google Cloud CLI's.
 *
 * The latter has no main class in its manifest, so a jar that names one and points to it is written into `folder`.
 */
export function findFirestoreJar(env: NodeJS.ProcessEnv, folder: string): FirestoreJar {
  const named = env[VARIABLE];
  if (named) {
    if (existsSync(named)) return { jar: named, told: `The Firestore emulator is ${named}` };
    throw new UserError(`${VARIABLE} names ${named}, where no file is: correct it or take it away.`);
  }
  for (const sdk of cloudSdks(env)) {
    const place = join(sdk, FOLDER);
    if (!existsSync(join(place, JAR))) continue;
    const others = readdirSync(place).filter((file) => file.endsWith('.jar') && file !== JAR);
    const urls = [JAR, ...others].map((file) => pathToFileURL(join(place, file)).href);
    const jar = join(folder, 'firestore-emulator.jar');
    writeFileSync(jar, manifestJar(MAIN_CLASS, urls));
    return { jar, told: "The Firestore emulator is the Google Cloud CLI's" };
  }
  return { told: "The Firestore emulator is firebase-tools' own, downloaded the first time" };
}

/** Folders in which the Google Cloud CLI may lie: the one it names, and the one its `gcloud` on PATH belongs to. */
function* cloudSdks(env: NodeJS.ProcessEnv): Generator<string> {
  if (env.CLOUDSDK_ROOT_DIR) yield env.CLOUDSDK_ROOT_DIR;
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const gcloud = join(folder, 'gcloud');
    if (existsSync(gcloud)) yield dirname(dirname(realpathSync(gcloud)));
  }
}
