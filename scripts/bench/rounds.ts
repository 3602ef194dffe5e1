import type { Sample } from './figures.ts';

/** What is measured side by side, by name: each takes one sample. `round` counts from 0, warm-up included. */
type Sides<Name extends string> = Readonly<Record<Name, (round: number) => Promise<Sample>>>;

export interface Rounds {
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds before them, at most, and for how long at most (milliseconds): workers start, and both virtual machines compile. */
  readonly warmUp: { readonly rounds: number; readonly milliseconds: number };
  /** Milliseconds between rounds that count, so that none is measured in the wake of another. */
  readonly breath: number;
  readonly signal: AbortSignal;
}

/**
 * Takes samples turn by turn, so that whatever else the machine does strikes all sides alike. Each round begins with another
 * side. Returns what was taken of each.
 */
export async function interleaved<Name extends string>(
  sides: Sides<Name>,
  { rounds, warmUp, breath, signal }: Rounds,
): Promise<(name: Name) => readonly Sample[]> {
  const names: Name[] = [];
  for (const name in sides) names.push(name);
  const samples: { readonly name: Name; readonly sample: Sample }[] = [];
  const warm = performance.now() + warmUp.milliseconds;
  let round = 0;
  const take = async (each: (name: Name, sample: Sample) => void): Promise<void> => {
    const turn = round % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      signal.throwIfAborted();
      each(name, await sides[name](round));
    }
    round += 1;
  };
  while (round < warmUp.rounds && performance.now() < warm) await take(() => undefined);
  for (let counted = 0; counted < rounds; counted += 1) {
    await take((name, sample) => samples.push({ name, sample }));
    await new Promise((resolve) => setTimeout(resolve, breath));
  }
  return (name) => samples.filter((one) => one.name === name).map(({ sample }) => sample);
}
