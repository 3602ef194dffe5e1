import { stopwatch } from '../../scripts/client/within.ts';

/** Milliseconds for which nothing may change before nothing will. */
const REST = 240_000;

/** There is some as long as things change: how long that takes is the machine's affair. */
export class Hope {
  #last: string | undefined;
  #still = stopwatch();

  /** Whether there is, now that things stand so. */
  isLeft(now: string): boolean {
    if (now !== this.#last) this.#still = stopwatch();
    this.#last = now;
    return this.#still() < REST;
  }
}
