import { createHash, sign } from 'node:crypto';
import type { SigningKey } from './key.ts';

/** Seconds that a token is good for, as Google's are. */
export const LIFETIME = 3_600;

/** What Google says in an ID token of a service account with `format=full`; times are seconds since 1970. */
export type Claims = {
  readonly aud: string;
  readonly azp: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly exp: number;
  readonly iat: number;
  readonly iss: string;
  readonly sub: string;
};

/** The claims of an account that asks at a moment (milliseconds since 1970). */
export function claimsOf(email: string, audience: string, now: number): Claims {
  const iat = Math.floor(now / 1_000);
  const sub = numberOf(email);
  return {
    aud: audience,
    azp: sub,
    email,
    email_verified: true,
    exp: iat + LIFETIME,
    iat,
    iss: 'https://accounts.google.com',
    sub,
  };
}

/** Google's number of an account: 21 digits, always the same for one address. */
const numberOf = (email: string): string =>
  `1${BigInt(`0x${createHash('sha256').update(email).digest('hex')}`)
    .toString()
    .slice(0, 20)}`;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token signed with RS256 by a key, or by none at all. `over` changes its header. */
export function signed(claims: object, key: SigningKey | undefined, over: object = {}): string {
  const header = key ? { alg: 'RS256', kid: key.id, typ: 'JWT' } : { alg: 'none', typ: 'JWT' };
  const text = `${part({ ...header, ...over })}.${part(claims)}`;
  return `${text}.${key ? sign('RSA-SHA256', Buffer.from(text), key.privateKey).toString('base64url') : ''}`;
}
