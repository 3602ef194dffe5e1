import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificatesAt } from '../../../functions/bindings/certificates.ts';
import { freshKey } from '../../metadata/key.ts';

const [first, second] = [freshKey(), freshKey()];
let now: number;
let asked: number;
let answer: { status?: number; headers?: Record<string, string>; body: string };
let server: Server;
let url: string;
const shown = (...keys: unknown[]) => JSON.stringify({ keys });
const kept = (seconds: number) => ({ 'cache-control': `public, max-age=${seconds}, must-revalidate` });

beforeEach(async () => {
  now = 0;
  asked = 0;
  answer = { headers: kept(600), body: shown(first.shown) };
  server = createServer((_, response) => {
    asked += 1;
    response.writeHead(answer.status ?? 200, answer.headers ?? {}).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/certs`;
});
afterEach(() => void server.close());
const keys = () =>
  certificatesAt(
    () => url,
    () => now,
  );

describe("Google's keys", () => {
  it('are found by their id', async () => {
    const keyOf = keys();
    expect((await keyOf(first.id))?.asymmetricKeyType).toBe('rsa');
    expect(await keyOf(second.id)).toBeUndefined();
  });
  it('are asked for once, also by many at once, and kept as long as they say', async () => {
    const keyOf = keys();
    await Promise.all([keyOf(first.id), keyOf(first.id), keyOf(first.id)]);
    now = 599_999;
    await keyOf(first.id);
    expect(asked).toBe(1);
    now = 600_000;
    await Promise.all([keyOf(first.id), keyOf(first.id)]);
    expect(asked).toBe(2);
  });
  it('are kept so much shorter as they have been kept on the way', async () => {
    answer.headers = { ...kept(600), age: '500' };
    const keyOf = keys();
    await keyOf(first.id);
    now = 100_000;
    await keyOf(first.id);
    expect(asked).toBe(2);
  });
  it('are looked for again when one is new, but not each time somebody makes one up', async () => {
    const keyOf = keys();
    await keyOf(first.id);
    answer.body = shown(first.shown, second.shown);
    expect(await keyOf(second.id)).toBeUndefined();
    expect(asked).toBe(1);
    now = 60_000;
    expect(await keyOf(second.id)).toBeDefined();
    await keyOf('made up');
    await keyOf('made up');
    expect(asked).toBe(2);
  });
  it('no longer count when Google has taken them back', async () => {
    const keyOf = keys();
    await keyOf(first.id);
    answer.body = shown(second.shown);
    now = 600_000;
    expect(await keyOf(first.id)).toBeUndefined();
  });
  it('may lie among others that sign nothing for us', async () => {
    answer.body = shown({ kty: 'EC', kid: 'e', crv: 'P-256', x: 'x', y: 'y' }, 'nothing', first.shown);
    expect(await keys()(first.id)).toBeDefined();
  });
  it.each([
    ['an error', { status: 500, body: '' }, 'were answered with 500'],
    ['no keys', { body: '{}' }, 'are not what they should be'],
    ['no JSON', { body: '<html>' }, 'are not what they should be'],
  ])('are a failure, tried anew by the next, where there is %s', async (_, wrong, sentence) => {
    const right = answer;
    answer = wrong;
    const keyOf = keys();
    await expect(keyOf(first.id)).rejects.toThrow(sentence);
    answer = right;
    expect(await keyOf(first.id)).toBeDefined();
  });
});
