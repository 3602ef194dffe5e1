/** The newest entries of something that goes on for long. */
export class Log<Entry> {
  readonly #limit: number;
  #entries: Entry[] = [];

  constructor(limit = 50_000) {
    this.#limit = limit;
  }

  add(entry: Entry): Entry {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * this.#limit) this.#entries = this.#entries.slice(-this.#limit);
    return entry;
  }

  entries(): readonly Entry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
