import type { Message } from './message.ts';

/**
 * Messages in the order of their `ts`, found by it in logarithmic time. Most are added at the end, which costs nothing
 * more. A `ts` here has ten digits before its point, as Slack's have until 2286, and so compares as text.
 */
export class Ordered {
  readonly #items: Message[] = [];

  get size(): number {
    return this.#items.length;
  }

  get last(): Message | undefined {
    return this.#items.at(-1);
  }

  at(index: number): Message | undefined {
    return this.#items[index];
  }

  get(ts: string): Message | undefined {
    const found = this.#items[this.rank(ts)];
    return found?.ts === ts ? found : undefined;
  }

  /** Adds a message, or replaces the one with its `ts`; returns that one. */
  put(message: Message): Message | undefined {
    const at = this.rank(message.ts);
    const isThere = this.#items[at]?.ts === message.ts;
    return this.#items.splice(at, isThere ? 1 : 0, message)[0];
  }

  remove(ts: string): Message | undefined {
    const at = this.rank(ts);
    return this.#items[at]?.ts === ts ? this.#items.splice(at, 1)[0] : undefined;
  }

  /** How many messages are earlier than `ts`. */
  rank(ts: string): number {
    let [low, high] = [0, this.#items.length];
    if (high > 0 && (this.#items[high - 1]?.ts ?? '') < ts) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[middle]?.ts ?? '') < ts) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  slice(from: number, to?: number): Message[] {
    return this.#items.slice(from, to);
  }

  [Symbol.iterator](): Iterator<Message> {
    return this.#items[Symbol.iterator]();
  }
}
