import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Google's keys have this many bits. */
const BITS = 2_048;

/** A key that signs, and the half of it that is shown to everybody. */
export type SigningKey = { readonly id: string; readonly privateKey: KeyObject; readonly shown: object };

export const freshKey = (): SigningKey =>
  signingKey(generateKeyPairSync('rsa', { modulusLength: BITS }).privateKey);

/** The id derives from the key, so that two programs with one key call it the same. */
export function signingKey(privateKey: KeyObject): SigningKey {
  const { kty = '', n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const id = createHash('sha256').update(n).digest('hex').slice(0, 40);
  return { id, privateKey, shown: { kty, n, e, kid: id, alg: 'RS256', use: 'sig' } };
}
