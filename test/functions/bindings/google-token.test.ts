import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { googleTokens } from '../../../functions/bindings/google-token.ts';
import { freshKey } from '../../metadata/key.ts';
import { claimsOf, signed } from '../../metadata/token.ts';

const key = freshKey();
const other = freshKey();
const NOW = Date.UTC(2026, 0, 1);
const SECONDS = NOW / 1_000;
const AUDIENCE = 'https://asia-northeast1-demo.cloudfunctions.net/identity';
const EMAIL = 'tsunagi-reply@demo.iam.gserviceaccount.com';
const claims = claimsOf(EMAIL, AUDIENCE, NOW);

const asked: string[] = [];
const verify = (token: string, now = NOW) =>
  googleTokens({
    keyOf: async (id) => {
      asked.push(id);
      return id === key.id ? createPublicKey(key.privateKey) : undefined;
    },
    audience: () => AUDIENCE,
    now: () => now,
  })(token);

const good = signed(claims, key);
const [header = '', payload = '', signature = ''] = good.split('.');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The public half, which everybody has, taken for a shared secret. */
const confused = () => {
  const text = `${part({ alg: 'HS256', kid: key.id, typ: 'JWT' })}.${payload}`;
  const shown = createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' });
  return `${text}.${createHmac('sha256', shown).update(text).digest('base64url')}`;
};

describe("Google's ID token", () => {
  it('tells who holds it', async () => {
    expect(await verify(good)).toEqual({ ok: true, value: { email: EMAIL, id: claims.sub } });
  });
  it('is good a minute to either side of its hour, for clocks differ', async () => {
    expect((await verify(good, NOW - 60_000)).ok).toBe(true);
    expect((await verify(good, NOW + 3_659_000)).ok).toBe(true);
  });

  // Each row is the good token, changed in one thing.
  it.each<[thing: string, token: string, code: string]>([
    ['signed by nobody', signed(claims, undefined), 'algorithm'],
    ['signed by nobody, and saying otherwise', `${header}.${payload}.`, 'signature'],
    ['signed by nobody, under the key of Google', signed(claims, undefined, { kid: key.id }), 'algorithm'],
    ['signed with the public half as a secret', confused(), 'algorithm'],
    ['signed with another algorithm', signed(claims, key, { alg: 'RS384' }), 'algorithm'],
    ['with an extension that must be understood', signed(claims, key, { crit: ['exp'] }), 'algorithm'],
    ['by a key without a name', signed(claims, key, { kid: undefined }), 'algorithm'],
    ['by a key that Google does not show', signed(claims, other), 'unknown_key'],
    ['by another key under the right name', signed(claims, { ...other, id: key.id }), 'signature'],
    [
      'with another address put in',
      `${header}.${part({ ...claims, email: 'x@demo.iam.gserviceaccount.com' })}.${signature}`,
      'signature',
    ],
    ['by another issuer', signed({ ...claims, iss: 'https://accounts.example' }, key), 'issuer'],
    ['by the issuer without its scheme', signed({ ...claims, iss: 'accounts.google.com' }, key), 'issuer'],
    [
      'by Firebase Auth, which signs for people',
      signed({ ...claims, iss: 'https://securetoken.google.com/demo' }, key),
      'issuer',
    ],
    [
      'addressed to another function',
      signed({ ...claims, aud: AUDIENCE.replace('identity', 'reply') }, key),
      'audience',
    ],
    ['addressed to several', signed({ ...claims, aud: [AUDIENCE] }, key), 'claims'],
    ['addressed to nobody', signed({ ...claims, aud: undefined }, key), 'claims'],
    ['that has ended', signed({ ...claims, exp: SECONDS - 60 }, key), 'expired'],
    ['that never ends', signed({ ...claims, exp: undefined }, key), 'claims'],
    ['whose end is a text', signed({ ...claims, exp: '9999999999' }, key), 'claims'],
    ['of a time to come', signed({ ...claims, iat: SECONDS + 61 }, key), 'not_yet'],
    [
      'with an address that nobody has verified',
      signed({ ...claims, email_verified: false }, key),
      'email_unverified',
    ],
    ['that does not say so', signed({ ...claims, email_verified: undefined }, key), 'claims'],
    ['whose word for it is a text', signed({ ...claims, email_verified: 'true' }, key), 'claims'],
    ['without an address', signed({ ...claims, email: undefined }, key), 'claims'],
    ['with a part more', `${good}.${signature}`, 'malformed'],
    ['with a part less', `${header}.${payload}`, 'signature'],
    ['that is no token', 'hello', 'algorithm'],
    ['that is nothing', '', 'algorithm'],
  ])('is not believed: %s', async (_, token, code) => {
    expect(await verify(token)).toEqual({ ok: false, wrong: code });
  });

  it('is no reason to look for a key where its form is wrong', async () => {
    asked.length = 0;
    await verify(signed(claims, undefined));
    await verify('hello');
    expect(asked).toEqual([]);
  });
});
