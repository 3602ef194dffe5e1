import { createVerify } from 'node:crypto';
import * as v from 'valibot';
import type { Caller } from '../components/identity.ts';
import { parsed, textOf } from '../model/bytes.ts';
import { type Checked, guard } from '../model/guard.ts';
import type { KeyOf } from './certificates.ts';

const ISSUER = 'https://accounts.google.com';

/** Seconds by which our clock and Google's may differ. */
const SKEW_SECONDS = 60;

/** One algorithm, and no extension that would change what a signature means. https://www.rfc-editor.org/rfc/rfc7515#section-4.1 */
const asHeader = guard(
  'header',
  v.object({ alg: v.literal('RS256'), kid: v.string(), crit: v.optional(v.never()) }),
);

/** What Google says of who holds the token; times are seconds since 1970. https://cloud.google.com/docs/authentication/token-types#id */
const asClaims = guard(
  'claims',
  v.object({
    iss: v.string(),
    aud: v.string(),
    iat: v.number(),
    exp: v.number(),
    sub: v.string(),
    email: v.string(),
    email_verified: v.boolean(),
  }),
);

export type GoogleTokens = {
  readonly keyOf: KeyOf;
  /** Whom the token must be addressed to. */
  readonly audience: () => string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

const wrong = (code: string) => ({ ok: false, wrong: code }) as const;

/**
 * Tells whom Google means by an ID token: signed by Google with RS256, for us, now, with an address that Google has verified.
 *
 * What is wrong is a code without anything of the token. Nothing that it claims is looked at before its signature is.
 */
export const googleTokens =
  ({ keyOf, audience, now = Date.now }: GoogleTokens) =>
  async (token: string): Promise<Checked<Caller>> => {
    const [header = '', claims = '', signature = '', ...rest] = token.split('.');
    if (rest.length > 0) return wrong('malformed');
    const head = asHeader(said(header));
    if (!head.ok) return wrong('algorithm');
    const key = await keyOf(head.value.kid);
    if (key === undefined) return wrong('unknown_key');
    const isSigned = createVerify('RSA-SHA256')
      .update(`${header}.${claims}`)
      .verify(key, signature, 'base64url');
    if (!isSigned) return wrong('signature');

    const seen = asClaims(said(claims));
    if (!seen.ok) return wrong('claims');
    const { iss, aud, iat, exp, sub, email, email_verified } = seen.value;
    const seconds = now() / 1_000;
    if (iss !== ISSUER) return wrong('issuer');
    if (aud !== audience()) return wrong('audience');
    if (exp + SKEW_SECONDS <= seconds) return wrong('expired');
    if (iat - SKEW_SECONDS > seconds) return wrong('not_yet');
    if (!email_verified) return wrong('email_unverified');
    return { ok: true, value: { email, id: sub } };
  };

const said = (part: string): unknown => parsed(textOf(Buffer.from(part, 'base64url')));
