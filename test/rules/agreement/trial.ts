import type { Judgement } from '../authority/judge.ts';
import type { Project, Verdict } from '../wire/index.ts';
import { Stage } from '../wire/index.ts';
import { writesOf } from '../wire/request.ts';
import { judged, type Scenario } from './scenario.ts';

/** What the rules and the model say to a scenario. */
export type Seen = { readonly rules: Verdict; readonly model: Judgement };

/** How often a scenario is asked anew where the moment of asking lay too near to a limit for the model to know on which side. */
const TRIES = 8;

/** Whether it can be asked at all: Firestore takes no two writes of one document, and no field along with one that is in it. */
export function isAskable({ request }: Scenario): boolean {
  const writes = writesOf(request);
  const paths = new Set(writes.map(({ path }) => path));
  return (
    paths.size === writes.length &&
    writes.every((write) => {
      if (write.do === 'delete') return true;
      const names = Object.keys(write.fields);
      return names.length > 0 && !names.some((name) => names.some((other) => other.startsWith(`${name}.`)));
    })
  );
}

/** A place to ask in, of its own. */
export class Trial {
  readonly #project: Project;
  readonly #stage: Stage;
  constructor(project: Project) {
    this.#project = project;
    this.#stage = new Stage(project);
  }

  /** Asks the rules, and the model at the same time. Nothing where the emulator cannot be asked this, or the model never knew the time well enough. */
  async ask(scenario: Scenario): Promise<Seen | undefined> {
    const { as, given, request } = scenario;
    const one = { name: 'a trial', about: 'trials', as, given, ask: request, may: true };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const now = Date.now();
      await this.#stage.bring(given, now);
      const before = Date.now();
      const rules = await this.#stage.ask(one, request, now);
      const [early, late] = [judged(scenario, now, before), judged(scenario, now, Date.now())];
      if (early.verdict === late.verdict) return { rules, model: early };
    }
    return undefined;
  }

  get project(): string {
    return this.#project.id;
  }
}
