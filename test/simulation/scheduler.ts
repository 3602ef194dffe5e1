import type { Random } from './random.ts';

/** A worker: it asks for one thing after the other until it has ended, or is killed between two of them. */
export type Process = { readonly name: string; alive: boolean; readonly killed: () => void };

/** What becomes of a call: its worker dies before or after it, or sleeps over the answer, or nothing of the kind. */
export type Fate = 'dies before' | 'dies after' | 'sleeps' | undefined;

/** Decides about the n-th call of a run. */
export type Fates = (call: number, label: string) => Fate;

type Call = {
  readonly process: Process;
  readonly label: string;
  readonly act: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};
type Timer = { readonly at: number; readonly act: () => void };

/** Milliseconds of a sleep: longer than a lease is good for. */
const SLEEP = 65_000;
/** Calls after which a run has gone astray. */
const CALLS_MAX = 20_000;

/** A run that does not come to rest: something answers itself for ever. */
export class Endless extends Error {
  override readonly name = 'Endless';
}

/** All that asks for something, with one clock, in an order that one source of chance decides. */
export class Scheduler {
  /** How many calls were made so far. */
  calls = 0;
  /** How many workers died, or slept over an answer. */
  deaths = 0;
  #now: number;
  #ready: Call[] = [];
  #timers: Timer[] = [];
  readonly #random: Random;
  readonly #fates: Fates;

  constructor(random: Random, fates: Fates, start: Date) {
    this.#random = random;
    this.#fates = fates;
    this.#now = start.getTime();
  }

  get now(): Date {
    return new Date(this.#now);
  }

  /** Does something after so many milliseconds. */
  after(milliseconds: number, act: () => void): void {
    this.#timers.push({ at: this.#now + milliseconds, act });
  }

  /** A port call of a worker: done when its turn comes, if it lives to see it. */
  call<Answer>(process: Process, label: string, act: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (!process.alive) return;
      this.#ready.push({ process, label, act, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  /** Goes on until nobody asks for anything and no time is awaited. */
  async run(): Promise<void> {
    for (;;) {
      await new Promise((settled) => setImmediate(settled));
      const due = this.#timers.filter(({ at }) => at <= this.#now);
      if (due.length > 0) {
        this.#timers = this.#timers.filter(({ at }) => at > this.#now);
        for (const timer of due.sort((a, b) => a.at - b.at)) {
          timer.act();
          // No two things happen within a millisecond, which is as exact as times are kept.
          this.#now += 1;
        }
        continue;
      }
      if (this.#ready.length > 0) {
        this.#step();
        continue;
      }
      if (this.#timers.length === 0) return;
      this.#now = Math.min(...this.#timers.map(({ at }) => at));
    }
  }

  kill(process: Process): void {
    if (!process.alive) return;
    process.alive = false;
    this.#ready = this.#ready.filter((call) => call.process !== process);
    process.killed();
  }

  #step(): void {
    const [call] = this.#ready.splice(this.#random.under(this.#ready.length), 1);
    if (!call) return;
    this.calls += 1;
    if (this.calls > CALLS_MAX) throw new Endless(`The run made more than ${CALLS_MAX} calls.`);
    // Time passes with each call, so that no two things happen at once.
    this.#now += 1 + this.#random.under(40);
    const fate = this.#fates(this.calls, call.label);
    if (fate !== undefined) this.deaths += 1;
    if (fate === 'dies before') return this.kill(call.process);
    const answer = outcomeOf(call);
    if (fate === 'dies after') return this.kill(call.process);
    if (fate === 'sleeps') this.after(SLEEP, answer);
    else answer();
  }
}

/** Does what was asked for, and holds back the answer. */
function outcomeOf({ act, resolve, reject }: Call): () => void {
  try {
    const value = act();
    return () => resolve(value);
  } catch (error) {
    return () => reject(error);
  }
}
