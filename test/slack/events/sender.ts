import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../settings.ts';
import type { Clock } from '../workspace/timestamp.ts';
import { attempt, type Reason } from './attempt.ts';
import type { Delivery } from './delivery.ts';
import type { Envelope } from './envelope.ts';
import type { Parcel } from './holdback.ts';

/**
 * Waits before the three retries, in milliseconds: nearly at once, after a minute, after five.
 * Source: https://docs.slack.dev/apis/events-api, "Error handling".
 */
const WAITS = [0, 60_000, 300_000];

/** Sends envelopes to the events URL, with Slack's retries, and knows how many are still on their way. */
export class Sender {
  url: string | undefined;
  outstanding = 0;
  readonly #secret: string;
  readonly #settings: Settings;
  readonly #now: Clock;
  #stop = new AbortController();
  #waiters: (() => void)[] = [];

  constructor(secret: string, settings: Settings, now: Clock) {
    this.#secret = secret;
    this.#settings = settings;
    this.#now = now;
  }

  /** Sends an event, after `delay` milliseconds; resolves when it was tried once, and goes on with its retries. */
  start({ envelope, delivery }: Parcel, delay = 0): Promise<void> {
    return new Promise((tried) => {
      void this.#counted(() => this.#run(envelope, delivery, delay, tried));
    });
  }

  /** Sends events so that they arrive in this order: each when the one before was tried. */
  startInTurn(parcels: Parcel[]): void {
    const { signal } = this.#stop;
    void this.#counted(async () => {
      for (const parcel of parcels) if (!signal.aborted) await this.start(parcel);
    });
  }

  /** Sends once more, as a retry Slack thinks it owes; without retries of its own. */
  repeat({ envelope, delivery }: Parcel, retry: number): void {
    void this.#counted(() => this.#attempt(envelope, delivery, retry, 'http_timeout', this.#stop.signal));
  }

  /** Resolves with true once nothing is on its way, or with false after `ms` milliseconds. */
  async idle(ms: number): Promise<boolean> {
    if (this.outstanding === 0) return true;
    const empty = new Promise<true>((resolve) => this.#waiters.push(() => resolve(true)));
    return Promise.race([empty, sleep(ms, false, { ref: false })]);
  }

  /** Ends everything on its way; what is started afterwards is sent as ever. */
  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  async #counted(work: () => Promise<unknown>): Promise<void> {
    this.outstanding += 1;
    try {
      await work();
    } finally {
      this.outstanding -= 1;
      if (this.outstanding === 0) for (const done of this.#waiters.splice(0)) done();
    }
  }

  async #run(envelope: Envelope, delivery: Delivery, delay: number, tried: () => void): Promise<void> {
    const { signal } = this.#stop;
    let reason: Reason | undefined;
    for (const [retry, wait] of [delay, ...WAITS].entries()) {
      await pause(retry === 0 ? wait : wait / this.#settings.speed, signal);
      const made = signal.aborted
        ? undefined
        : await this.#attempt(envelope, delivery, retry, reason, signal);
      tried();
      if (signal.aborted) delivery.state = 'stopped';
      else if (made?.reason === undefined) delivery.state = made ? 'delivered' : 'unsent';
      if (delivery.state !== 'pending' || made?.noRetry) break;
      reason = made?.reason;
    }
    if (delivery.state === 'pending') delivery.state = 'failed';
  }

  async #attempt(
    envelope: Envelope,
    delivery: Delivery,
    retry: number,
    reason: Reason | undefined,
    signal: AbortSignal,
  ) {
    if (this.url === undefined) return undefined;
    const { deadline } = this.#settings;
    const request = { url: this.url, secret: this.#secret, at: this.#now(), body: JSON.stringify(envelope) };
    const made = await attempt({ ...request, retry, deadline, signal, ...(reason && { reason }) });
    delivery.attempts.push(made);
    return made;
  }
}

/** Waits; ends early, without an error, when `signal` says so. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (ms === 0 || signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
