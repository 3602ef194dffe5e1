import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../user-error.ts';

/** The Firestore emulator of today's Cloud SDK and of firebase-tools 14 run on this Java. */
const NEEDED = 17;

/** The major version in what `java -version` prints: 8 for `"1.8.0_392"`, 17 for `"17.0.15"`. */
export function javaMajor(printed: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(printed)?.[1] ?? /^\s*(?:1\.)?(\d+)/.exec(printed)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The folder of a Java that will do, to be put first on PATH; undefined where PATH's own Java is the one. */
export async function findJava(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const home = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin') : undefined;
  const folders = home && existsSync(join(home, 'java')) ? [home, undefined] : [undefined];
  const tooOld: number[] = [];
  for (const folder of folders) {
    const major = await majorOf(folder ? join(folder, 'java') : 'java', env);
    if (major !== undefined && major >= NEEDED) return folder;
    if (major !== undefined) tooOld.push(major);
  }
  const install = `install Java ${NEEDED} or newer (https://adoptium.net, or your system's package openjdk-${NEEDED}-jre-headless)`;
  throw new UserError(
    tooOld.length > 0
      ? `The Firestore emulator needs Java ${NEEDED}, and this machine has ${tooOld.join(' and ')}: ${install}.`
      : `The Firestore emulator needs Java, and this machine has none: ${install}.`,
  );
}

async function majorOf(java: string, env: NodeJS.ProcessEnv): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(java, ['-version'], { env, timeout: 20_000 });
    return javaMajor(`${stderr}\n${stdout}`);
  } catch {
    return undefined; // Not there, or a placeholder that only says where to get Java.
  }
}
