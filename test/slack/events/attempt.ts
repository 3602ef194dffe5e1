import { signed } from './signature.ts';

/** Why Slack sends something again: the value of `X-Slack-Retry-Reason`. */
export type Reason = 'http_timeout' | 'http_error' | 'connection_failed';

/** One POST to the app. */
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
  /** The signing secret; without one the request bears no signature, like those of old integrations. */
  secret?: string;
  body: string;
  /** JSON unless given. */
  type?: 'application/json' | 'application/x-www-form-urlencoded';
  /** Milliseconds since 1970. */
  at: number;
  retry: number;
  /** Why it is sent again; absent at first. */
  reason?: Reason;
  /** Milliseconds until it counts as unanswered. */
  deadline: number;
  signal: AbortSignal;
}

/** What the app answered. */
export interface Answered {
  type: string;
  text: string;
}

/** Sends one request and waits for its answer. */
export async function attempt(post: Post): Promise<{ made: Attempt; answer?: Answered }> {
  const { at, retry, deadline } = post;
  const begun = performance.now();
  const timeout = AbortSignal.timeout(deadline);
  const ended = () => ({ at, retry, ms: Math.round(performance.now() - begun) });
  try {
    const signal = AbortSignal.any([timeout, post.signal]);
    const init = { method: 'POST', headers: headers(post), body: post.body, signal };
    const response = await fetch(post.url, { ...init, redirect: 'manual' });
    const answer = { type: response.headers.get('content-type') ?? '', text: await response.text() };
    const noRetry = response.headers.get('x-slack-no-retry') === '1' && { noRetry: true as const };
    const failed = !response.ok && { reason: 'http_error' as const, ...noRetry };
    return { made: { ...ended(), status: response.status, ...failed }, answer };
  } catch {
    const reason = timeout.aborted ? 'http_timeout' : 'connection_failed';
    return { made: { ...ended(), status: null, reason } };
  }
}

function headers({ secret, body, type = 'application/json', at, retry, reason }: Post) {
  return {
    'Content-Type': type,
    'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...(secret !== undefined && signed(secret, at, body)),
    ...(reason && { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': reason }),
  };
}
