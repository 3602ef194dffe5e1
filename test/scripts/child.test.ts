import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Child, startChild } from '../../scripts/stack/child.ts';
import { alive, type Process, processes, treeOf } from '../../scripts/stack/process-tree.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'child-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Has a child that no signal to its group reaches, and says its id. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const code = 'process.on("SIGINT", () => {}); process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)';
  const other = spawn(process.execPath, ['-e', code], { detached: true, stdio: 'ignore' });
  other.on('spawn', () => process.stdout.write('grandchild ' + other.pid + '\\n'));
  setInterval(() => {}, 1000);`;
const STUBBORN = `${PARENT} process.on('SIGINT', () => process.stdout.write('no\\n')); process.on('SIGTERM', () => {});`;
const FORGETFUL = `${PARENT} process.on('SIGINT', () => process.exit(0));`;

const start = (code: string): Child =>
  startChild({ args: ['-e', code], cwd: folder, env: process.env, log: join(folder, 'log') });

/** The child and its grandchild, once both run. */
async function family(child: Child): Promise<Process[]> {
  await vi.waitFor(() => expect(child.lines().join()).toMatch(/grandchild \d+/), 5000);
  const tree = treeOf(child.pid);
  expect(tree).toHaveLength(2);
  return tree;
}

describe('a child', () => {
  it('that does not heed a signal is ended with its descendants after the grace', async () => {
    const child = start(STUBBORN);
    const members = await family(child);
    await child.stop(300);
    expect(child.lines()).toContain('no');
    expect(alive(members)).toEqual([]);
  });

  it('that ends by itself leaves no descendant behind', async () => {
    const child = start(FORGETFUL);
    const members = await family(child);
    const began = performance.now();
    await child.stop(10_000);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await child.ended).toBe('0');
    expect(alive(members)).toEqual([]);
  });

  it.each([
    ['goes on', 'detached: true', ''],
    ['ends before it', 'detached: false', 'process.exit(0)'],
  ])('that has another child while it is being stopped, and %s, leaves none behind', async (_, how, then) => {
    const child = start(`
      const { spawn } = require('node:child_process');
      const code = 'setInterval(() => {}, 1000)';
      const bear = () => spawn(process.execPath, ['-e', code], { ${how}, stdio: 'ignore' }).on('spawn', function () {
        require('node:fs').writeFileSync('late', String(this.pid));
        ${then}
      });
      process.once('SIGINT', bear);
      setInterval(() => {}, 1000);
      process.stdout.write('born\\n');`);
    await vi.waitFor(() => expect(child.lines()).toContain('born'), 5000);
    await child.stop(500);
    const late = Number(readFileSync(join(folder, 'late'), 'utf8'));
    await vi.waitFor(() => expect(processes().map(({ pid }) => pid)).not.toContain(late), 2000);
  });

  it('is not asked where there is no grace', async () => {
    const child = start(STUBBORN);
    const members = await family(child);
    await child.stop(0);
    expect(child.lines()).not.toContain('no');
    expect(alive(members)).toEqual([]);
  });

  it('that has ended long ago can be stopped', async () => {
    const child = start('process.exitCode = 3');
    expect(await child.ended).toBe('3');
    await expect(child.stop(1000)).resolves.toBeUndefined();
  });

  it('leads a group of its own, which no Ctrl+C at the terminal reaches', async () => {
    const child = start(PARENT);
    await family(child);
    expect(() => process.kill(-child.pid, 0)).not.toThrow();
    await child.stop(0);
  });
});

/** A launcher in a process of its own that starts a child which ends on SIGINT, and prints both ids. */
const LAUNCHER = (log: string) => `
  import { startChild } from ${JSON.stringify(new URL('../../scripts/stack/child.ts', import.meta.url).href)};
  const child = startChild({ args: ['-e', ${JSON.stringify(FORGETFUL)}], cwd: ${JSON.stringify(folder)}, env: process.env, log: ${JSON.stringify(log)} });
  process.on('SIGTERM', () => process.exit());
  const wait = setInterval(() => {
    if (!child.lines().join().includes('grandchild')) return;
    clearInterval(wait);
    process.stdout.write(child.pid + '\\n');
    setInterval(() => {}, 1000);
  }, 20);`;

const launch = async () => {
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', LAUNCHER(join(folder, 'log'))]);
  const pid = await new Promise<number>((resolve) => {
    launcher.stdout.once('data', (data: Buffer) => resolve(Number(data.toString())));
  });
  return { launcher, members: treeOf(pid) };
};
const gone = (members: Process[]) => vi.waitFor(() => expect(alive(members)).toEqual([]), 5000);

describe('a launcher', () => {
  it('that is killed without a word lets its children end as on Ctrl+C', async () => {
    const { launcher, members } = await launch();
    expect(members).toHaveLength(2);
    launcher.kill('SIGKILL');
    await gone(members.slice(0, 1));
    for (const { pid } of alive(members)) process.kill(pid, 'SIGKILL');
  });

  it('that exits ends its children and their descendants at once', async () => {
    const { launcher, members } = await launch();
    expect(members).toHaveLength(2);
    launcher.kill('SIGTERM');
    await gone(members);
  });
});

it('processes are told apart from later ones with the same id', () => {
  const own = processes().find(({ pid }) => pid === process.pid);
  expect(own?.parent).toBe(process.ppid);
  expect(alive([{ pid: process.pid, parent: 0, started: 'earlier' }])).toEqual([]);
});
