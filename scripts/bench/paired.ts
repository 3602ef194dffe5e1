/** Two ways to write the same, turn by turn: the middle of each in milliseconds, and their ratio. */
export type Pair = { readonly p50: number; readonly floor: number; readonly ratio: number };

export const WARM_UP = 20;

/** Times one beside the floor, in turns that alternate. The first rounds, of negative number, only warm up. */
export async function paired(
  one: (round: number) => Promise<void>,
  floor: (round: number) => Promise<void>,
  rounds: number,
): Promise<Pair> {
  const times: { one: number[]; floor: number[] } = { one: [], floor: [] };
  for (let round = -WARM_UP; round < rounds; round += 1)
    for (const [name, act] of round % 2 === 0
      ? ([
          ['one', one],
          ['floor', floor],
        ] as const)
      : ([
          ['floor', floor],
          ['one', one],
        ] as const)) {
      const began = performance.now();
      await act(round);
      if (round >= 0) times[name].push(performance.now() - began);
    }
  const [p50, base] = [middle(times.one), middle(times.floor)];
  return { p50: rounded(p50), floor: rounded(base), ratio: rounded(p50 / base) };
}

const middle = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

const rounded = (value: number): number => Math.round(value * 100) / 100;
