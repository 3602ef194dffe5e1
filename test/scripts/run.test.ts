import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const file = new URL('../../scripts/run.js', import.meta.url);
const module: { complaint(version: string): string | undefined } = await import(file.href);

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [fileURLToPath(file), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('complaint', () => {
  it.each(['22.18.0', '22.23.3', '23.0.0', '24.1.0'])('has nothing against Node %s', (version) => {
    expect(module.complaint(version)).toBeUndefined();
  });

  it.each(['12.22.0', '20.20.2', '22.17.9'])('tells in a sentence what to do with Node %s', (version) => {
    expect(module.complaint(version)).toMatch(
      new RegExp(`^This is Node ${version}, .* run \`npm install\` .* or install Node 22\\.$`),
    );
  });
});

describe('a script that cannot run', () => {
  it.each([
    ['a name that no script has', ['nonsense'], {}, 'There is no script "nonsense"'],
    ['a file that is no script', ['report'], {}, 'There is no script "report"'],
    ['a path', ['../scripts/start'], {}, 'There is no script'],
    ['no name', [], {}, 'There is no script ""'],
    ['a port that is no number', ['start'], { TSUNAGI_WEB_PORT: 'abc' }, 'TSUNAGI_WEB_PORT is "abc"'],
  ])('says so in one sentence, without a stack, with exit code 1: %s', (_, args, env, sentence) => {
    const { status, stdout, stderr } = run(args, env);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
