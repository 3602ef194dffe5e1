import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildFunctions } from '../../scripts/build-functions.ts';
import { UserError } from '../../scripts/user-error.ts';

let source: string;
let outdir: string;
beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), 'functions-test-'));
  outdir = join(source, 'build');
});
afterEach(() => rmSync(source, { recursive: true }));

const write = (file: string, code: string) => writeFileSync(join(source, file), code);

describe('built functions', () => {
  it('are one module that holds all but what the platform brings', async () => {
    write(
      'index.ts',
      "import { onRequest } from 'firebase-functions/https'; export { twice } from './twice.ts'; export const a = onRequest;",
    );
    write('twice.ts', 'export const twice = (x: number): number => 2 * x;');
    await buildFunctions({ source, outdir });
    const code = readFileSync(join(outdir, 'index.js'), 'utf8');
    expect(code).toContain('from "firebase-functions/https"');
    expect(code).not.toContain('./twice');
    expect(JSON.parse(readFileSync(join(outdir, 'index.js.map'), 'utf8')).sources).toHaveLength(2);
  });

  it('can hold CommonJS that asks for a module of Node', async () => {
    write(
      'index.ts',
      "import path from './old.cjs'; export const base = path('/a/b'); process.stdout.write(base);",
    );
    write('old.cjs', "const { basename } = require('node:path'); module.exports = (file) => basename(file);");
    await buildFunctions({ source, outdir });
    const { stdout } = spawnSync(process.execPath, [join(outdir, 'index.js')], { encoding: 'utf8' });
    expect(stdout).toBe('b');
  });

  it.each([
    [
      'a name that is not there',
      "import './nothing.ts';",
      /don't build: .*Could not resolve "\.\/nothing\.ts"/s,
    ],
    ['a mistake of syntax', 'const = 1;', /don't build: .*index\.ts:1:6/s],
  ])('say what is wrong: %s', async (_, code, sentence) => {
    write('index.ts', code);
    await expect(buildFunctions({ source, outdir })).rejects.toThrow(UserError);
    await expect(buildFunctions({ source, outdir })).rejects.toThrow(sentence);
  });

  it('are asked for where there are none', async () => {
    await expect(buildFunctions({ source, outdir })).rejects.toThrow('There is no index.ts in');
  });
});
