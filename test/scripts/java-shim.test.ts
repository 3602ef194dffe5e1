import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeJavaShim } from '../../scripts/stack/java-shim.ts';

const root = mkdtempSync(join(tmpdir(), "java's shim-"));
const folder = join(root, 'real');
const system = process.env.PATH ?? '';

beforeAll(() => {
  mkdirSync(folder);
  // Says what it is given, an argument a line.
  writeFileSync(join(folder, 'java'), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  chmodSync(join(folder, 'java'), 0o755);
});
afterAll(() => rmSync(root, { recursive: true }));

const given = (shim: string, ...args: string[]): string[] =>
  execFileSync(join(shim, 'java'), args, { encoding: 'utf8' }).split('\n').slice(0, -1);

describe('the java of a run', () => {
  it.each([
    ['in a folder', { folder, path: system }],
    ['on PATH', { folder: undefined, path: `${folder}${delimiter}${system}` }],
  ])('is the real one %s, told where events go', (where, java) => {
    const shim = writeJavaShim(join(root, where), '127.0.0.1:4393', java);
    const args = ['-Dlevel=FINE', '-jar', 'a b.jar', '--functions_emulator', '127.0.0.1:5001', "it's", ''];
    expect(given(shim, ...args)).toEqual(
      args.map((one) => (one === '127.0.0.1:5001' ? '127.0.0.1:4393' : one)),
    );
  });

  it('is the real one in all else', () => {
    const shim = writeJavaShim(join(root, 'plain'), '127.0.0.1:4393', { folder, path: system });
    expect(given(shim, '-version')).toEqual(['-version']);
  });
});
