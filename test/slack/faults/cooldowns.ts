import type { Clock } from '../workspace/timestamp.ts';

/** The times in which calls are not allowed, each for a method, in one channel or in all. */
export class Cooldowns {
  readonly #now: Clock;
  readonly #until = new Map<string, number>();

  constructor(now: Clock) {
    this.#now = now;
  }

  start(method: string, channel: string | undefined, seconds: number): void {
    this.#until.set(key(method, channel), this.#now() + seconds * 1000);
  }

  /** Whole seconds until this call is allowed; 0 when it is. */
  left(method: string, channel: string | undefined): number {
    const until = Math.max(this.#end(method, channel), this.#end(method, undefined));
    return Math.max(0, Math.ceil((until - this.#now()) / 1000));
  }

  clear(): void {
    this.#until.clear();
  }

  #end(method: string, channel: string | undefined): number {
    return this.#until.get(key(method, channel)) ?? 0;
  }
}

const key = (method: string, channel: string | undefined): string => `${method} ${channel ?? ''}`;
