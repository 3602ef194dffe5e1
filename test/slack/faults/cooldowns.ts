import type { Clock } from '../workspace/timestamp.ts';

/** What a limit is for: a method in a workspace, in one channel of it or in all. */
export interface Limited {
  team?: string;
  method: string;
  channel?: string;
}

/** The times in which calls are not allowed. */
export class Cooldowns {
  readonly #now: Clock;
  readonly #until = new Map<string, number>();

  constructor(now: Clock) {
    this.#now = now;
  }

  start(limited: Limited, seconds: number): void {
    this.#until.set(key(limited), this.#now() + seconds * 1000);
  }

  /** Whole seconds until this call is allowed; 0 when it is. */
  left({ channel, ...everywhere }: Limited): number {
    const here = { ...everywhere, ...(channel !== undefined && { channel }) };
    const until = Math.max(this.#end(here), this.#end(everywhere));
    return Math.max(0, Math.ceil((until - this.#now()) / 1000));
  }

  clear(): void {
    this.#until.clear();
  }

  #end(limited: Limited): number {
    return this.#until.get(key(limited)) ?? 0;
  }
}

const key = ({ team = '', method, channel = '' }: Limited): string => `${team} ${method} ${channel}`;
