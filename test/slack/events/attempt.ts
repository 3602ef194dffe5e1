import { signature } from './signature.ts';

/** Why Slack sends an event again: the value of `X-Slack-Retry-Reason`. */
export type Reason = 'http_timeout' | 'http_error' | 'connection_failed';

/** One POST of an event. */
export interface Attempt {
  /** Milliseconds since 1970. */
  at: number;
  /** 0 at first, then 1 to 3. */
  retry: number;
  /** The app's HTTP status; null without an answer. */
  status: number | null;
  /** How long the answer took, in milliseconds. */
  ms: number;
  /** Why it failed; absent when it was answered with 2xx in time. */
  reason?: Reason;
  /** The app answered `X-Slack-No-Retry: 1`. */
  noRetry?: true;
}

export interface Post {
  url: string;
  secret: string;
  body: string;
  /** Milliseconds since 1970. */
  at: number;
  retry: number;
  /** Why it is sent again; absent at first. */
  reason?: Reason;
  /** Milliseconds until it counts as unanswered. */
  deadline: number;
  signal: AbortSignal;
}

/** Sends one signed request and waits for its answer, whose body is of no interest. */
export async function attempt(post: Post): Promise<Attempt> {
  const { at, retry, deadline } = post;
  const begun = performance.now();
  const timeout = AbortSignal.timeout(deadline);
  const ended = () => ({ at, retry, ms: Math.round(performance.now() - begun) });
  try {
    const signal = AbortSignal.any([timeout, post.signal]);
    const response = await fetch(post.url, {
      method: 'POST',
      headers: headers(post),
      body: post.body,
      signal,
      redirect: 'manual',
    });
    await response.arrayBuffer();
    const noRetry = response.headers.get('x-slack-no-retry') === '1' && { noRetry: true as const };
    return { ...ended(), status: response.status, ...(!response.ok && { reason: 'http_error', ...noRetry }) };
  } catch {
    return { ...ended(), status: null, reason: timeout.aborted ? 'http_timeout' : 'connection_failed' };
  }
}

function headers({ secret, body, at, retry, reason }: Post): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'X-Slack-Request-Timestamp': String(seconds),
    'X-Slack-Signature': signature(secret, seconds, body),
    ...(reason && { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': reason }),
  };
}
