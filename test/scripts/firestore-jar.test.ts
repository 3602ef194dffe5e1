import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFirestoreJar } from '../../scripts/stack/firestore-jar.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'firestore jar-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A Google Cloud CLI, with its Firestore emulator or without. */
function cloudSdk({ emulator }: { emulator: boolean }): string {
  const sdk = join(root, 'google-cloud-sdk');
  mkdirSync(join(sdk, 'bin'), { recursive: true });
  writeFileSync(join(sdk, 'bin', 'gcloud'), '');
  if (!emulator) return sdk;
  const place = join(sdk, 'platform', 'cloud-firestore-emulator');
  mkdirSync(place, { recursive: true });
  for (const file of ['a-library.jar', 'cloud-firestore-emulator.jar', 'notes.txt'])
    writeFileSync(join(place, file), '');
  return sdk;
}

/** A folder for PATH with a link to that CLI's `gcloud`. */
function linked(sdk: string): string {
  const bin = join(root, 'bin');
  mkdirSync(bin);
  symlinkSync(join(sdk, 'bin', 'gcloud'), join(bin, 'gcloud'));
  return bin;
}

const manifest = (jar = '') => readFileSync(jar, 'latin1').replaceAll('\r\n ', '');

describe('the Firestore emulator', () => {
  it('is the one that the environment names', () => {
    const jar = join(root, 'own.jar');
    writeFileSync(jar, '');
    const env = { FIRESTORE_EMULATOR_BINARY_PATH: jar, CLOUDSDK_ROOT_DIR: cloudSdk({ emulator: true }) };
    expect(findFirestoreJar(env, root).jar).toBe(jar);
  });

  it('is asked for in a sentence where the environment names what is not there', () => {
    expect(() => findFirestoreJar({ FIRESTORE_EMULATOR_BINARY_PATH: '/no.jar' }, root)).toThrow(
      'FIRESTORE_EMULATOR_BINARY_PATH names /no.jar, where no file is',
    );
  });

  it.each([
    ['that CLOUDSDK_ROOT_DIR names', () => ({ CLOUDSDK_ROOT_DIR: cloudSdk({ emulator: true }) })],
    [
      'whose gcloud is on PATH through a link',
      () => ({ PATH: `/nowhere:${linked(cloudSdk({ emulator: true }))}` }),
    ],
  ])("is the Google Cloud CLI's %s, its own jar first, as URLs", (_, env) => {
    const { jar } = findFirestoreJar(env(), root);
    expect(manifest(jar)).toMatch(/Main-Class: com\.google\S+\.CloudFirestore\r\n/);
    expect(manifest(jar)).toMatch(
      /Class-Path: file:\S+%20jar\S+\/cloud-firestore-emulator\.jar file:\S+\/a-library\.jar\r\n/,
    );
  });

  it("is firebase-tools' own where the Google Cloud CLI has none", () => {
    const found = findFirestoreJar({ CLOUDSDK_ROOT_DIR: cloudSdk({ emulator: false }) }, root);
    expect(found).toEqual({ told: expect.stringContaining('downloaded') });
    expect(existsSync(join(root, 'firestore-emulator.jar'))).toBe(false);
  });
});
