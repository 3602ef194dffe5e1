import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is on its way to the app: counted while it lasts, and ended together. */
export class Traffic {
  outstanding = 0;
  #stop = stopper();
  #waiters: (() => void)[] = [];

  /** Does some work, to be ended when its signal says so. */
  async count(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    this.outstanding += 1;
    try {
      await work(this.#stop.signal);
    } finally {
      this.outstanding -= 1;
      if (this.outstanding === 0) for (const done of this.#waiters.splice(0)) done();
    }
  }

  /** Resolves with true once nothing is on its way, or with false after `ms` milliseconds. */
  async idle(ms: number): Promise<boolean> {
    if (this.outstanding === 0) return true;
    const empty = new Promise<true>((resolve) => this.#waiters.push(() => resolve(true)));
    return Promise.race([empty, sleep(ms, false, { ref: false })]);
  }

  /** Ends everything on its way; what is started afterwards goes as ever. */
  stop(): void {
    this.#stop.abort();
    this.#stop = stopper();
  }
}

/** Thousands of events may wait on one signal: that is no leak. */
function stopper(): AbortController {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  return stop;
}
