import type { Child } from './child.ts';

interface Part {
  readonly child: Child;
  readonly grace: number;
}

/** The programs a stack is made of: they begin together, and end together. */
export class Parts {
  /** Resolves, with what happened, when a part that should go on has ended by itself. */
  readonly broken: Promise<string>;
  readonly #parts: Part[] = [];
  readonly #signal: AbortSignal | undefined;
  readonly #onEnding: () => void;
  readonly #onEnd: () => void;
  #tell: (what: string) => void = () => undefined;
  #isEnding = false;

  /** `onEnding` is called before any of them is ended, `onEnd` when all have ended. */
  constructor(signal: AbortSignal | undefined, onEnding: () => void, onEnd: () => void) {
    this.#signal = signal;
    this.#onEnding = onEnding;
    this.#onEnd = onEnd;
    this.broken = new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  /** Takes in a part that goes on until it is stopped; it is given `grace` to end (milliseconds). */
  add(name: string, child: Child, grace: number): void {
    this.#parts.push({ child, grace });
    void this.#watch(name, child);
  }

  /** Takes in a part that is done when it ends. */
  addJob(child: Child): void {
    this.#parts.push({ child, grace: 0 });
  }

  async #watch(name: string, child: Child): Promise<void> {
    const how = await child.ended;
    if (!this.#isEnding) this.#tell(`${name} ended by itself (${how})`);
  }

  /** Waits until all have begun, until one fails, or until the signal. */
  async all(beginning: readonly Promise<void>[]): Promise<void> {
    const signal = this.#signal;
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    signal?.throwIfAborted();
    await Promise.race([Promise.all(beginning), aborted]);
  }

  async stop(): Promise<void> {
    await this.#end((part) => part.grace);
  }

  /** Ends them at once: one that has hardly begun doesn't yet know how to end in order. */
  async kill(): Promise<void> {
    await this.#end(() => 0);
  }

  async #end(graceOf: (part: Part) => number): Promise<void> {
    this.#isEnding = true;
    this.#onEnding();
    await Promise.all(this.#parts.map((part) => part.child.stop(graceOf(part))));
    this.#onEnd();
  }
}
