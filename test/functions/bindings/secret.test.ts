import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineSecret } from 'firebase-functions/params';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { valueOf, valuesIfAny, valuesOf } from '../../../functions/bindings/secret.ts';
import { slack } from '../../../functions/bindings/slack.ts';
import { ROOT } from '../../../scripts/stack/project.ts';
import { builtFunctions } from '../built.ts';

afterEach(() => void vi.unstubAllEnvs());

describe('a secret', () => {
  const secret = defineSecret('A_SECRET');
  it('has a value, or two with a comma while they rotate', () => {
    vi.stubEnv('A_SECRET', 'new, old');
    expect(valueOf(secret)).toBe('new, old');
    expect(valuesOf(secret)).toEqual(['new', 'old']);
  });
  it.each([
    ['not there', undefined],
    ['empty', ''],
  ])('that is %s is named in a sentence that says what to do', (_, value) => {
    vi.stubEnv('A_SECRET', value);
    const sentence = 'The secret A_SECRET is not set: run "firebase functions:secrets:set A_SECRET".';
    expect(() => valueOf(secret)).toThrow(sentence);
    expect(() => valuesOf(secret)).toThrow(sentence);
  });
  it('that may be missing is none where it is missing, empty or off', () => {
    for (const value of [undefined, '', ' , ', 'off']) {
      vi.stubEnv('A_SECRET', value);
      expect(valuesIfAny(secret)).toEqual([]);
    }
    vi.stubEnv('A_SECRET', 'one, two');
    expect(valuesIfAny(secret)).toEqual(['one', 'two']);
  });
  it('that is only commas is none', () => {
    vi.stubEnv('A_SECRET', ' , ,');
    expect(() => valuesOf(secret)).toThrow('The secret A_SECRET holds no secret, only commas.');
  });
});

describe('a component without its secret', () => {
  let folder: string;
  let host: ChildProcess | undefined;
  beforeAll(async () => {
    folder = await builtFunctions('secret');
  });
  afterEach(() => void host?.kill('SIGKILL'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** slackReceive as it is deployed, with this environment: where it answers, and what it has logged. */
  async function slackReceive(env: Record<string, string>) {
    const entry = join(ROOT, 'scripts', 'stack', 'function-host.ts');
    const args = [entry, join(folder, 'build', 'index.js'), 'slackReceive', '0'];
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...env },
    });
    host = child;
    const said = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (said.text += String(chunk)));
    await expect.poll(() => said.text, { timeout: 10_000 }).toMatch(/ on http/);
    return { url: /http\S+/.exec(said.text)?.[0] ?? '', said };
  }

  /** What Slack would send, signed with a secret that whoever forges it would choose: none. */
  const forged = (secret: string) => {
    const time = String(Math.floor(Date.now() / 1_000));
    const body = JSON.stringify({ type: 'url_verification', challenge: 'let me in' });
    const hash = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${hash}` };
    return { method: 'POST', headers, body };
  };

  it.each([
    ['none', {}],
    ['an empty one', { SLACK_SIGNING_SECRET: '' }],
  ])('lets nobody in, and says in its log which one to set: %s', async (_, env) => {
    const { url, said } = await slackReceive(env);
    const response = await fetch(url, forged(''));
    expect([response.status, await response.text()]).toEqual([503, '']);
    await expect
      .poll(() => said.text)
      .toContain(
        String.raw`The secret SLACK_SIGNING_SECRET is not set: run \"firebase functions:secrets:set SLACK_SIGNING_SECRET\".`,
      );
  });
  it('would have answered with it', async () => {
    const { url } = await slackReceive({ SLACK_SIGNING_SECRET: 'right' });
    const response = await fetch(url, forged('right'));
    expect([response.status, await response.text()]).toEqual([200, 'let me in']);
  });
  it('asks nothing of Slack', async () => {
    vi.stubEnv('SLACK_BOT_TOKEN', '');
    await expect(slack()('T1').user('U1')).rejects.toThrow(
      'The secret SLACK_BOT_TOKEN is not set: run "firebase functions:secrets:set SLACK_BOT_TOKEN".',
    );
  });
});
