import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { controlClient } from './client.ts';
import { startReceiver } from './receiver.ts';

const entry = fileURLToPath(new URL('main.ts', import.meta.url));
const secrets = { SLACK_SIGNING_SECRET: 'secret', SLACK_BOT_TOKEN: 'xoxb-token' };
const twice = '[{"id":"T0B","token":"a"},{"id":"T0B","token":"b"}]';
const same = '[{"id":"T0B","token":"xoxb-token"}]';
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
  const { child, said, ended } = start(secrets);
  await expect
    .poll(() => said.out, { timeout: 10_000 })
    .toMatch(/^Slack stand-in on http:\/\/127\.0\.0\.1:\d+\n$/);
  const page = await fetch(said.out.trim().split(' ').at(-1) ?? '');
  expect(await page.text()).toContain('Slack stand-in');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('sends events where its environment says', async () => {
  const receiver = await startReceiver();
  const { said } = start({ ...secrets, SLACK_EVENTS_URL: receiver.url });
  await expect.poll(() => said.out, { timeout: 10_000 }).toContain('http');
  const url = said.out.trim().split(' ').at(-1) ?? '';
  const body = JSON.stringify({ user: 'U0HANA', channel: 'C0LOBBY', text: 'Hello' });
  await fetch(`${url}/control/messages`, { method: 'POST', body });
  await expect.poll(() => receiver.events()).toMatchObject([{ text: 'Hello' }]);
  await receiver.stop();
});

it('has the workspaces and the scopes that its environment says, and sends commands where it says', async () => {
  const receiver = await startReceiver();
  const channels = [{ id: 'C0DESK', name: 'desk' }];
  const { said } = start({
    ...secrets,
    SLACK_WORKSPACES: JSON.stringify([{ id: 'T0PARTNER', token: 'xoxb-partner', channels }]),
    SLACK_SCOPES: 'chat:write, channels:read',
    SLACK_COMMANDS_URL: receiver.url,
  });
  await expect.poll(() => said.out, { timeout: 10_000 }).toContain('http');
  const control = controlClient(said.out.trim().split(' ').at(-1) ?? '');
  expect(await control.get('/state?team=T0PARTNER')).toMatchObject({
    channels,
    installation: { scopes: 'channels:read,chat:write' },
  });
  await control.post('/commands', { user: 'U0HANA', channel: 'C0LOBBY', text: '/tsunagi' });
  expect(receiver.request(0).envelope).toMatchObject({ command: '/tsunagi' });
  await receiver.stop();
});

it.each([
  ['the signing secret is missing', { SLACK_BOT_TOKEN: 'x' }, 'SLACK_SIGNING_SECRET'],
  ['the token is missing', { SLACK_SIGNING_SECRET: 'x' }, 'SLACK_BOT_TOKEN'],
  ['the port is none', { ...secrets, SLACK_PORT: 'http' }, 'SLACK_PORT'],
  ['the speed is none', { ...secrets, SLACK_SPEED: 'fast' }, 'SLACK_SPEED'],
  ['the workspaces are no JSON', { ...secrets, SLACK_WORKSPACES: 'T0B' }, 'SLACK_WORKSPACES'],
  ['a workspace has no token', { ...secrets, SLACK_WORKSPACES: '[{"id":"T0B"}]' }, 'SLACK_WORKSPACES'],
  ['a workspace is there twice', { ...secrets, SLACK_WORKSPACES: twice }, 'SLACK_WORKSPACES'],
  ['two have one token', { ...secrets, SLACK_WORKSPACES: same }, 'SLACK_WORKSPACES'],
])('says what is wrong, and ends with 1, when %s', async (_, env, name) => {
  const { said, ended } = start(env);
  expect(await ended).toEqual([1, null]);
  expect(said.err.trim().split('\n')).toEqual([expect.stringContaining(name)]);
  expect(said.out).toBe('');
});

it('says which port is taken, and ends with 1', async () => {
  const receiver = await startReceiver();
  const { port } = new URL(receiver.url);
  const { said, ended } = start({ ...secrets, SLACK_PORT: port });
  expect(await ended).toEqual([1, null]);
  expect(said.err).toBe(`Port ${port} is taken: give the Slack stand-in another one in SLACK_PORT.\n`);
  await receiver.stop();
});
