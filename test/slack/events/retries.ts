import type { Attempt, Reason } from './attempt.ts';

/**
 * Waits before the three retries, in milliseconds: nearly at once, after a minute, after five.
 * Source: https://docs.slack.dev/apis/events-api, "Error handling".
 */
const WAITS = [0, 60_000, 300_000];

/** What came of it: `unsent` when there was nowhere to send it, `stopped` when the signal said so. */
export type Outcome = 'delivered' | 'failed' | 'unsent' | 'stopped';

export interface Patience {
  /** Milliseconds before the first attempt. */
  delay?: number;
  /** What the waits are divided by, asked before each. */
  speed: () => number;
  signal: AbortSignal;
}

/** Makes an attempt and up to three more, until one succeeds. `make` returns nothing when there is nowhere to send. */
export async function insist(
  make: (retry: number, reason: Reason | undefined) => Promise<Attempt | undefined>,
  { delay = 0, speed, signal }: Patience,
): Promise<Outcome> {
  let reason: Reason | undefined;
  for (const [retry, wait] of [delay, ...WAITS].entries()) {
    await pause(retry === 0 ? wait : wait / speed(), signal);
    const made = signal.aborted ? undefined : await make(retry, reason);
    if (signal.aborted) return 'stopped';
    if (!made) return 'unsent';
    if (made.reason === undefined) return 'delivered';
    if (made.noRetry) return 'failed';
    reason = made.reason;
  }
  return 'failed';
}

/** Waits; ends early, without an error, when `signal` says so. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (ms === 0 || signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
