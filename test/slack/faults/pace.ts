import type { Clock } from '../workspace/timestamp.ts';

/**
 * A bucket of posts for each channel that refills by the second.
 * Source: https://docs.slack.dev/apis/web-api/rate-limits, "Posting messages".
 */
export class Pace {
  readonly #now: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(now: Clock) {
    this.#now = now;
  }

  /**
   * Takes one post from a channel's bucket of `burst`, to which `rate` are added each second: 0 when there was one, else
   * whole seconds until there is.
   */
  take(channel: string, burst: number, rate: number): number {
    const at = this.#now();
    const before = this.#buckets.get(channel) ?? { tokens: burst, at };
    const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * rate);
    const wait = tokens >= 1 ? 0 : Math.ceil((1 - tokens) / rate);
    this.#buckets.set(channel, { tokens: wait === 0 ? tokens - 1 : tokens, at });
    return wait;
  }

  clear(): void {
    this.#buckets.clear();
  }
}
