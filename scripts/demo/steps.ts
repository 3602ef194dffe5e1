/** One hop of the conversation. `ms` is the time it took in milliseconds. */
export type Step = {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly seen: string;
};

/** Steps that are taken one after another, and timed. */
export class Steps {
  readonly taken: Step[] = [];
  readonly #say: (step: Step) => void;

  /** `say` is told every step when it is over. */
  constructor(say: (step: Step) => void) {
    this.#say = say;
  }

  get ok(): boolean {
    return this.taken.length > 0 && this.taken.every(({ ok }) => ok);
  }

  /** Takes a step; nothing comes of one that fails. `show` tells what was seen. */
  async take<Thing>(
    name: string,
    step: () => Promise<Thing>,
    show: (thing: Thing) => string,
  ): Promise<Thing | undefined> {
    const began = performance.now();
    const over = (ok: boolean, seen: string): void => {
      const done = { name, ok, ms: Math.round(performance.now() - began), seen };
      this.taken.push(done);
      this.#say(done);
    };
    try {
      const thing = await step();
      over(true, show(thing));
      return thing;
    } catch (error) {
      over(false, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}
