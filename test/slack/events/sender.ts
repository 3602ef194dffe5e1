import type { Settings } from '../settings.ts';
import type { Clock } from '../workspace/timestamp.ts';
import { attempt, type Reason } from './attempt.ts';
import type { Parcel } from './holdback.ts';
import { insist, pause } from './retries.ts';
import type { Traffic } from './traffic.ts';

/** Sends envelopes to the events URL, with Slack's retries. */
export class Sender {
  url: string | undefined;
  readonly #traffic: Traffic;
  readonly #secret: string;
  readonly #settings: Settings;
  readonly #now: Clock;

  constructor(secret: string, settings: Settings, traffic: Traffic, now: Clock) {
    this.#traffic = traffic;
    this.#secret = secret;
    this.#settings = settings;
    this.#now = now;
  }

  /** Sends an event, after `delay` milliseconds; resolves when it was tried once, and goes on with its retries. */
  start(parcel: Parcel, delay = 0): Promise<void> {
    return new Promise((tried) => {
      void this.#traffic.count((signal) => this.#deliver(parcel, delay, signal, tried).finally(tried));
    });
  }

  /** Sends events so that they arrive in this order: each when the one before was tried. */
  startInTurn(parcels: Parcel[]): void {
    void this.#traffic.count(async (signal) => {
      for (const parcel of parcels) if (!signal.aborted) await this.start(parcel);
    });
  }

  /** Ends everything on its way. */
  stop(): void {
    this.#traffic.stop();
  }

  /** Sends once more, after `delay` milliseconds, as `retry`: 0 for a copy that says nothing of being one. */
  repeat(parcel: Parcel, retry: number, delay = 0): void {
    void this.#traffic.count(async (signal) => {
      await pause(delay, signal);
      if (!signal.aborted) await this.#attempt(parcel, retry, retry > 0 ? 'http_timeout' : undefined, signal);
    });
  }

  async #deliver(parcel: Parcel, delay: number, signal: AbortSignal, tried: () => void): Promise<void> {
    const make = async (retry: number, reason: Reason | undefined) => {
      const made = await this.#attempt(parcel, retry, reason, signal);
      tried();
      return made;
    };
    parcel.delivery.state = await insist(make, { delay, speed: () => this.#settings.speed, signal });
  }

  async #attempt(
    { envelope, delivery }: Parcel,
    retry: number,
    reason: Reason | undefined,
    signal: AbortSignal,
  ) {
    if (this.url === undefined) return undefined;
    const { deadline } = this.#settings;
    const request = { url: this.url, secret: this.#secret, at: this.#now(), body: JSON.stringify(envelope) };
    const { made } = await attempt({ ...request, retry, deadline, signal, ...(reason && { reason }) });
    delivery.attempts.push(made);
    return made;
  }
}
