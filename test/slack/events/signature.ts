import { createHmac } from 'node:crypto';

/**
 * The value of `X-Slack-Signature` for a body sent at `seconds` since 1970.
 * Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export const signature = (secret: string, seconds: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
