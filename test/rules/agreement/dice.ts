/** Numbers that look like chance and follow from a seed (mulberry32, 32 bits of state): the same seed, the same run. */
export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 on, below 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  pick<One>(among: readonly One[]): One {
    const one = among[Math.floor(this.roll() * among.length)];
    if (one === undefined && among.length === 0) throw new Error('There is nothing to pick from.');
    return one as One;
  }
}
