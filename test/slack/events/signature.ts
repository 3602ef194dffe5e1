import { createHmac } from 'node:crypto';

/**
 * The headers that tell the app who sends a body at `at`, milliseconds since 1970.
 * Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signed(secret: string, at: number, body: string): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'X-Slack-Request-Timestamp': String(seconds), 'X-Slack-Signature': `v0=${digest}` };
}
