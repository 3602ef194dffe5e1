import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MetadataDesk, metadataDesk } from './client.ts';
import { freshKey } from './key.ts';
import { type Metadata, startMetadata } from './server.ts';

const { privateKey: key } = freshKey();
const NOW = Date.UTC(2026, 0, 1);
const ACCOUNT = 'tsunagi-slack-post@demo.iam.gserviceaccount.com';
const AUDIENCE = 'https://identity.example';

let metadata: Metadata;
let desk: MetadataDesk;
beforeEach(async () => {
  metadata = await startMetadata({ key, project: 'demo', clock: () => NOW });
  desk = metadataDesk(metadata.url);
});
afterEach(() => metadata.stop());

const ask = (account = ACCOUNT, query: object = { audience: AUDIENCE, format: 'full' }, flavor = 'Google') =>
  fetch(
    `${metadata.url}/computeMetadata/v1/instance/service-accounts/${account}/identity?${new URLSearchParams({ ...query }).toString()}`,
    { headers: { 'metadata-flavor': flavor } },
  );
const part = (text = '') => JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
const opened = async (response: Response) => {
  const [header, claims, signature] = (await response.text()).split('.');
  return { header: part(header), claims: part(claims), signature, signed: `${header}.${claims}` };
};
const shown = async () =>
  ((await (await fetch(metadata.keysUrl)).json()) as { keys: { kid: string; kty: string }[] }).keys;

describe('the metadata stand-in', () => {
  it('says who an account is, as Google does, for an hour', async () => {
    const { header, claims } = await opened(await ask());
    expect(header).toEqual({ alg: 'RS256', kid: (await shown())[0]?.kid, typ: 'JWT' });
    expect(claims).toEqual({
      iss: 'https://accounts.google.com',
      aud: AUDIENCE,
      azp: expect.stringMatching(/^\d{21}$/),
      sub: claims.azp,
      email: ACCOUNT,
      email_verified: true,
      iat: NOW / 1_000,
      exp: NOW / 1_000 + 3_600,
    });
  });
  it('signs with the key that it shows', async () => {
    const { signed, signature = '' } = await opened(await ask());
    const [jwk] = await shown();
    const isSigned = verify(
      'RSA-SHA256',
      Buffer.from(signed),
      createPublicKey({ key: { ...jwk }, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    );
    expect(isSigned).toBe(true);
  });
  it('shows half of the key and lets it be kept', async () => {
    const response = await fetch(metadata.keysUrl);
    expect(response.headers.get('cache-control')).toContain('max-age=');
    expect(Object.keys((await shown())[0] ?? {})).toEqual(['kty', 'n', 'e', 'kid', 'alg', 'use']);
  });
  it('tells the address only where the whole is asked for', async () => {
    const { claims } = await opened(await ask(ACCOUNT, { audience: AUDIENCE }));
    expect(claims).not.toHaveProperty('email');
  });
  it.each([
    ['another project', 'tsunagi-reply@other.iam.gserviceaccount.com', { audience: AUDIENCE }, 'Google', 404],
    ['an account of another kind', 'default', { audience: AUDIENCE }, 'Google', 404],
    ['no audience', ACCOUNT, {}, 'Google', 400],
    ['a request that a browser could be led to', ACCOUNT, { audience: AUDIENCE }, 'none', 403],
  ])('gives none: %s', async (_, account, query, flavor, status) => {
    const response = await ask(account, query, flavor);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('eyJ');
  });
  it('has nothing else, and remembers who asked', async () => {
    const path = '/computeMetadata/v1/instance/service-accounts/default/token';
    expect((await fetch(`${metadata.url}${path}`)).status).toBe(404);
    await ask();
    expect(await desk.calls()).toMatchObject([
      { path, status: 404 },
      { status: 200, account: ACCOUNT, audience: AUDIENCE },
    ]);
  });
});

describe('its faults', () => {
  const good = { alg: 'RS256', aud: AUDIENCE, email: ACCOUNT, email_verified: true };
  it.each([
    ['expired', { exp: NOW / 1_000 - 3_600 }],
    ['wrong_audience', { aud: 'https://elsewhere.example' }],
    ['unsigned', { alg: 'none' }],
    ['foreign_issuer', { iss: 'https://accounts.example' }],
    ['foreign_project', { email: 'tsunagi-slack-post@elsewhere.iam.gserviceaccount.com' }],
    ['unverified', { email_verified: false }],
  ])('change one thing in a token, once: %s', async (fault, change) => {
    await desk.fail({ fault });
    const { header, claims, signature } = await opened(await ask());
    expect({ ...header, ...claims }).toMatchObject({ ...good, ...change });
    expect(signature === '').toBe(fault === 'unsigned');
    const next = await opened(await ask());
    expect({ ...next.header, ...next.claims }).toMatchObject(good);
  });
  it('sign with another key under the same name', async () => {
    const right = await opened(await ask());
    await desk.fail({ fault: 'other_key' });
    const wrong = await opened(await ask());
    expect([wrong.header, wrong.claims]).toEqual([right.header, right.claims]);
    expect(wrong.signature).not.toBe(right.signature);
  });
  it('strike one account, and as long as they are told to', async () => {
    await desk.fail({ fault: 'down', times: 'always', account: ACCOUNT });
    await expect(ask()).rejects.toThrow('fetch failed');
    await expect(ask()).rejects.toThrow('fetch failed');
    expect((await ask('tsunagi-reply@demo.iam.gserviceaccount.com')).status).toBe(200);
    await desk.heal();
    expect((await ask()).status).toBe(200);
  });
  it('strike the keys alone where they are told to', async () => {
    await desk.fail({ fault: 'down', at: 'keys' });
    expect((await ask()).status).toBe(200);
    await expect(fetch(metadata.keysUrl)).rejects.toThrow('fetch failed');
    expect((await desk.calls()).map(({ status, fault }) => [status, fault])).toEqual([
      [200, undefined],
      [0, 'down'],
    ]);
  });
  it('take their time', async () => {
    await desk.fail({ fault: 'slow', ms: 200, at: 'tokens' });
    const began = performance.now();
    await ask();
    expect(performance.now() - began).toBeGreaterThan(190);
  });
  it.each([
    ['an unknown one', { fault: 'surprise' }],
    ['a field too many', { fault: 'down', ms: 3 }],
    ['no time at all', { fault: 'expired', times: 0 }],
    ['nothing', {}],
  ])('are refused in a sentence: %s', async (_, fault) => {
    await expect(desk.fail(fault)).rejects.toThrow('see test/metadata/README.md');
  });
});
