import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a request's clock may be from ours, in seconds, either way. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const SKEW_SECONDS = 300;

export type Signed = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};

/**
 * Whether Slack signed this request just now. More than one secret is accepted while they rotate.
 *
 * 1. The timestamp is a plain decimal number of seconds: nothing that merely converts to one.
 * 2. It is at most {@link SKEW_SECONDS} from `now`, into the past or the future.
 * 3. The signature is `v0=` and HMAC-SHA256 over `v0:<timestamp>:<raw body>` under one of the secrets, compared in constant time.
 */
export const isSigned = ({ headers, body }: Signed, secrets: readonly string[], now: Date): boolean => {
  const timestamp = headers['x-slack-request-timestamp'] ?? '';
  if (!/^\d{10}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > SKEW_SECONDS) return false;

  const given = Buffer.from(headers['x-slack-signature'] ?? '');
  return secrets.some((secret) => {
    if (secret === '') throw new Error('An empty signing secret would accept what anybody signs.');
    const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
    const right = Buffer.from(`v0=${hash}`);
    return given.length === right.length && timingSafeEqual(given, right);
  });
};
