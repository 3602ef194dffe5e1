import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { freshKey } from './key.ts';

const entry = fileURLToPath(new URL('main.ts', import.meta.url));
const METADATA_KEY = freshKey().privateKey.export({ type: 'pkcs8', format: 'pem' });
const given = { METADATA_KEY, METADATA_PROJECT: 'demo' };
const running: ChildProcess[] = [];

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...env },
  });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  return { child, said, ended: once(child, 'close') };
}

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

it('says in one line where it is, and stops when told to', async () => {
  const { child, said, ended } = start(given);
  await expect
    .poll(() => said.out, { timeout: 10_000 })
    .toMatch(/^Metadata stand-in on http:\/\/127\.0\.0\.1:\d+\n$/);
  const url = said.out.trim().split(' ').at(-1) ?? '';
  expect((await fetch(`${url}/oauth2/v3/certs`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it.each([
  ['the key is missing', { METADATA_PROJECT: 'demo' }, 'METADATA_KEY'],
  ['the project is missing', { METADATA_KEY }, 'METADATA_PROJECT'],
  ['the port is none', { ...given, METADATA_PORT: 'http' }, 'METADATA_PORT'],
])('says what is wrong, and ends with 1, when %s', async (_, env, name) => {
  const { said, ended } = start(env);
  expect(await ended).toEqual([1, null]);
  expect(said.err.trim().split('\n')).toEqual([expect.stringContaining(name)]);
  expect(said.out).toBe('');
});

it('says which port is taken, and ends with 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { said, ended } = start({ ...given, METADATA_PORT: String(port) });
  expect(await ended).toEqual([1, null]);
  expect(said.err).toBe(`Port ${port} is taken: give the metadata stand-in another one in METADATA_PORT.\n`);
  other.close();
});
