import { randomBytes } from 'node:crypto';
import type { Clock } from '../workspace/timestamp.ts';
import { VERIFICATION_TOKEN } from './envelope.ts';
import { signed } from './signature.ts';

/**
 * Slack's question to a new events URL: it must answer with the challenge, as text or as JSON. Returns what is
 * wrong with the answer, as a sentence, or nothing.
 * Source: https://docs.slack.dev/reference/events/url_verification
 */
export async function handshake(
  url: string,
  secret: string,
  now: Clock,
  deadline: number,
): Promise<string | undefined> {
  const challenge = randomBytes(24).toString('hex');
  const body = JSON.stringify({ token: VERIFICATION_TOKEN, challenge, type: 'url_verification' });
  const headers = { 'Content-Type': 'application/json', ...signed(secret, now(), body) };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(deadline),
    });
    const text = await response.text();
    if (response.ok && text.includes(challenge)) return undefined;
    return `${url} answered ${response.status} without the challenge it was sent.`;
  } catch (error) {
    return `${url} did not answer: ${error instanceof Error ? error.message : 'unknown error'}.`;
  }
}
