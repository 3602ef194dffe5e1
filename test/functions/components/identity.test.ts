import { beforeEach, describe, expect, it } from 'vitest';
import { type Caller, identity, type Told } from '../../../functions/components/identity.ts';
import { accountEmail, COMPONENTS, type ComponentName } from '../../../functions/model/component.ts';
import type { Request } from '../../../functions/model/event.ts';
import type { Checked } from '../../../functions/model/guard.ts';

const PROJECT = 'demo';
let minted: ComponentName[];
let told: [event: string, told: Told][];
beforeEach(() => {
  minted = [];
  told = [];
});

/** Whom Google takes `token` for; any other text is signed by nobody. */
const verify =
  (email: string) =>
  async (token: string): Promise<Checked<Caller>> =>
    token === 'good.token.x' ? { ok: true, value: { email, id: '123' } } : { ok: false, wrong: 'signature' };

const ask = (request: Partial<Request> = {}, email = accountEmail('slackPost', PROJECT)) =>
  identity({
    project: () => PROJECT,
    verify: verify(email),
    mint: async (name) => {
      minted.push(name);
      return `token of ${name}`;
    },
    tell: (event, about) => void told.push([event, about]),
  })({
    method: 'POST',
    headers: { authorization: 'Bearer good.token.x' },
    body: Buffer.from('{"component":"slackPost"}'),
    ...request,
  });
const body = (value: unknown) => ({ body: Buffer.from(JSON.stringify(value)) });

describe('identity', () => {
  it.each(COMPONENTS)('gives %s the token of its name, and tells whom', async (name) => {
    expect(await ask(body({ component: name }), accountEmail(name, PROJECT))).toEqual({
      status: 200,
      body: `token of ${name}`,
    });
    expect(told).toEqual([['minted', { caller: name }]]);
  });

  const others = COMPONENTS.filter((name) => name !== 'slackPost');
  it.each(others)("refuses slackPost the token of another's name: %s", async (name) => {
    expect(await ask(body({ component: name }))).toEqual({ status: 403, body: '' });
    expect(told).toEqual([['refused', { reason: 'another_name', asked: name, caller: 'slackPost' }]]);
    expect(minted).toEqual([]);
  });

  it.each<[thing: string, request: Partial<Request>, reason: string]>([
    ['no token', { headers: {} }, 'no_token'],
    ['a token under another scheme', { headers: { authorization: 'Basic good.token.x' } }, 'no_token'],
    ['two tokens', { headers: { authorization: 'Bearer good.token.x good.token.x' } }, 'no_token'],
    [
      "a token for the platform's door alone",
      { headers: { 'x-serverless-authorization': 'Bearer good.token.x' } },
      'no_token',
    ],
    ['a token that Google did not sign', { headers: { authorization: 'Bearer bad.token.x' } }, 'signature'],
  ])('refuses with 403 and mints nothing: %s', async (_, request, reason) => {
    expect(await ask(request)).toEqual({ status: 403, body: '' });
    expect(told).toEqual([['refused', { reason }]]);
    expect(minted).toEqual([]);
  });

  it.each([
    ['a person', 'alice@example.org'],
    ['the same account of another project', accountEmail('slackPost', 'other')],
    ['an account that is no component', 'tsunagi-owner@demo.iam.gserviceaccount.com'],
    ['its own account', accountEmail('identity', PROJECT)],
    ['an account under the name of the claim', 'slackPost@demo.iam.gserviceaccount.com'],
    ['an account with more behind it', `${accountEmail('slackPost', PROJECT)}.example.org`],
    ['an account with more before it', `x${accountEmail('slackPost', PROJECT)}`],
    ['an account in capitals', accountEmail('slackPost', PROJECT).toUpperCase()],
  ])('refuses with 403 and mints nothing for %s, known by its number alone', async (_, email) => {
    expect(await ask({}, email)).toEqual({ status: 403, body: '' });
    expect(told).toEqual([['refused', { reason: 'no_component', caller: '123' }]]);
    expect(minted).toEqual([]);
  });

  it.each<[thing: string, request: Partial<Request>, status: number]>([
    ['another method', { method: 'GET' }, 405],
    ['no JSON', { body: Buffer.from('slackPost') }, 400],
    ['no UTF-8', { body: Buffer.from([0xff]) }, 400],
    ['nothing', { body: Buffer.alloc(0) }, 400],
    ['a list', body(['slackPost']), 400],
    ['no name', body({}), 400],
    ['a name of nobody', body({ component: 'identity' }), 400],
    ['two names', body({ component: ['slackPost', 'reply'] }), 400],
    ['a claim more', body({ component: 'slackPost', operator: true }), 400],
    ['more than a name', body({ component: 'slackPost', padding: 'x'.repeat(1_000) }), 413],
  ])('answers %s with what is wrong, and mints nothing', async (_, request, status) => {
    expect((await ask(request)).status).toBe(status);
    expect(minted).toEqual([]);
  });

  it('tells strangers nothing of what is wrong with their request', async () => {
    expect(await ask({ headers: {}, body: Buffer.from('no JSON') })).toEqual({ status: 403, body: '' });
  });

  it('has no answer while Google cannot be asked: whoever asks tries again', async () => {
    const down = identity({
      project: () => PROJECT,
      verify: () => Promise.reject(new Error('down')),
      mint: async () => 'token',
      tell: () => undefined,
    });
    await expect(
      down({ method: 'POST', headers: { authorization: 'Bearer good.token.x' }, body: Buffer.from('{}') }),
    ).rejects.toThrow('down');
  });
});
