import { freshKey, type SigningKey } from './key.ts';
import { claimsOf, LIFETIME, signed } from './token.ts';

/** Signs for nobody: its tokens look right, and Google has no such key. */
let others: SigningKey | undefined;

type Asked = {
  readonly key: SigningKey;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether it was asked for with `format=full`: else it says nothing of the address. */
  readonly isFull: boolean;
  /** What shall be wrong with it. */
  readonly fault: string | undefined;
};

/** The token that an account is given. */
export function tokenOf(account: string, audience: string, { key, now, isFull, fault }: Asked): string {
  const claims = claimsOf(account, audience, now);
  switch (fault) {
    case 'expired':
      return signed({ ...claims, iat: claims.iat - 2 * LIFETIME, exp: claims.exp - 2 * LIFETIME }, key);
    case 'wrong_audience':
      return signed({ ...claims, aud: 'https://elsewhere.example' }, key);
    case 'unsigned':
      return signed(claims, undefined);
    case 'other_key':
      others ??= freshKey();
      return signed(claims, { ...others, id: key.id });
    case 'foreign_issuer':
      return signed({ ...claims, iss: 'https://accounts.example' }, key);
    case 'foreign_project':
      return signed({ ...claims, email: account.replace(/@.*$/, '@elsewhere.iam.gserviceaccount.com') }, key);
    case 'unverified':
      return signed({ ...claims, email_verified: false }, key);
    default:
      return signed(isFull ? claims : { ...claims, email: undefined, email_verified: undefined }, key);
  }
}
