import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from '../../scripts/stack/child.ts';
import { emulatorEnvironment, emulatorsReady, telling } from '../../scripts/stack/emulators.ts';
import type { RunFolder } from '../../scripts/stack/run-folder.ts';

let folder: RunFolder;
beforeEach(() => {
  const path = mkdtempSync(join(tmpdir(), 'emulators-test-'));
  folder = { path, functions: path, public: path, log: (name) => join(path, `${name}.log`) };
});
afterEach(() => rmSync(folder.path, { recursive: true }));

const environment = (env: NodeJS.ProcessEnv, given: { javaFolder?: string; parallel?: number } = {}) =>
  emulatorEnvironment({
    folder,
    env,
    web: true,
    temporary: '/t',
    firestoreJar: '/f.jar',
    javaFolder: undefined,
    ...given,
  });

/** A program that prints this and then does that, in the place of the Firebase CLI. */
const printing = (text: string, then: string) =>
  startChild({
    args: ['-e', `process.stdout.write(${JSON.stringify(text)}); ${then}`],
    cwd: folder.path,
    env: process.env,
    log: folder.log('emulators'),
  });

describe('the environment of the emulators', () => {
  it('finds this Node and the chosen Java before what else is on PATH', () => {
    const path = `${dirname(process.execPath)}:/java/bin:/usr/bin`;
    expect(environment({ PATH: '/usr/bin' }, { javaFolder: '/java/bin' }).PATH).toBe(path);
  });

  it.each(['GOOGLE_APPLICATION_CREDENTIALS', 'FIREBASE_TOKEN', 'NODE_ENV'])('does not hand on %s', (name) => {
    expect(environment({ [name]: 'x', KEPT: 'y' })).toMatchObject({ KEPT: 'y' });
    expect(environment({ [name]: 'x' })[name]).toBeUndefined();
  });

  it('keeps the settings of the Firebase CLI in the folder of the run', () => {
    expect(environment({}).XDG_CONFIG_HOME).toContain(folder.path);
  });

  it('gives a worker a minute to load', () => {
    expect(environment({}).FUNCTIONS_DISCOVERY_TIMEOUT).toBe('60');
  });

  it('bounds how many calls are worked on at a time: as asked, else by the processors, never below two', () => {
    expect(environment({}, { parallel: 1 }).FUNCTIONS_EMULATOR_PARALLEL).toBe('1');
    expect(environment({}).FUNCTIONS_EMULATOR_PARALLEL).toBe(String(Math.max(2, availableParallelism())));
  });
});

describe('the emulators', () => {
  const GO_ON = 'setInterval(() => {}, 1000)';
  const FAILED = '⬢  functions: Failed to load function definition from source: boom\n';
  const READY = '✔  All emulators ready! It is now safe to connect your app.\n';

  it('are ready when they say so', async () => {
    const child = printing(READY, GO_ON);
    await expect(emulatorsReady(child, folder, 5000)).resolves.toBeUndefined();
    await child.stop(0);
  });

  it.each([
    ['functions fail to load', `${FAILED}${READY}`, GO_ON, 'could not load the functions'],
    [
      'they end before',
      'Error: no\n',
      'process.exitCode = 2',
      'The emulators ended (2) before they were ready',
    ],
    ['they take too long', 'i  starting\n', GO_ON, 'The emulators were not ready after 0.5 s'],
  ])('are not ready where %s', async (_, text, then, sentence) => {
    const child = printing(text, then);
    await expect(emulatorsReady(child, folder, 500)).rejects.toThrow(sentence);
    await child.stop(0);
  });
});

describe('the telling lines of a log', () => {
  it('are those that speak of something wrong', () => {
    expect(telling(['i  starting', '  Error: port taken  ', '', 'i  stopping'])).toEqual([
      'Error: port taken',
    ]);
  });

  it('are the last ones where none does', () => {
    expect(telling(['one', 'two', ''])).toEqual(['one', 'two']);
  });
});
