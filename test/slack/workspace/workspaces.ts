import type { Change } from './change.ts';
import type { Plan } from './seed.ts';
import type { Clock } from './timestamp.ts';
import { Workspace } from './workspace.ts';

/** The workspaces that have the app, by their team's id. There is always a first, the one meant when none is named. */
export class Workspaces {
  readonly first: Workspace;
  readonly #all: ReadonlyMap<string, Workspace>;

  constructor(plans: readonly [Plan, ...Plan[]], now: Clock) {
    const all = plans.map((plan): [string, Workspace] => [plan.team.id, new Workspace(plan, now)]);
    this.#all = new Map(all);
    this.first = this.#all.get(plans[0].team.id) ?? new Workspace(plans[0], now);
  }

  get(team: string): Workspace | undefined {
    return this.#all.get(team);
  }

  /** The workspace a token is of, also once that token has lapsed. */
  ofToken(token: string): Workspace | undefined {
    return [...this].find(({ installation }) => installation.token === token);
  }

  /** Tells each where permalinks and pictures lead to. */
  serveFrom(origin: string): void {
    for (const workspace of this) workspace.origin = origin;
  }

  reset(): void {
    for (const workspace of this) workspace.reset();
  }

  /** Calls `listener` with every change anywhere; returns what ends that. */
  onChange(listener: (change: Change, workspace: Workspace) => void): () => void {
    const ends = [...this].map((workspace) => workspace.onChange((change) => listener(change, workspace)));
    return () => {
      for (const end of ends) end();
    };
  }

  [Symbol.iterator](): Iterator<Workspace> {
    return this.#all.values();
  }
}
