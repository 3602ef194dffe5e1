import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../scripts/bench/figures.ts';
import { interleaved } from '../../../scripts/bench/rounds.ts';

const { signal } = new AbortController();
const none = { rounds: 0, milliseconds: 0 };

/** Two sides that write down when it was their turn. */
function sides() {
  const turns: string[] = [];
  const side =
    (name: string) =>
    async (round: number): Promise<Sample> => {
      turns.push(`${name}${round}`);
      return round;
    };
  return { turns, sides: { a: side('a'), b: side('b') } };
}

describe('rounds', () => {
  it('take turns, and each begins with another side', async () => {
    const { turns, sides: both } = sides();
    await interleaved(both, { rounds: 3, warmUp: none, breath: 0, signal });
    expect(turns).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
  });

  it('leave out the warm-up, and count on from it', async () => {
    const warmUp = { rounds: 3, milliseconds: 60_000 };
    const samples = await interleaved(sides().sides, { rounds: 2, warmUp, breath: 0, signal });
    expect([samples('a'), samples('b')]).toEqual([
      [3, 4],
      [3, 4],
    ]);
  });

  it('end a warm-up that takes too long', async () => {
    let taken = 0;
    const slow = async (): Promise<Sample> => {
      taken += 1;
      return new Promise((resolve) => setTimeout(resolve, 30, 30));
    };
    const warmUp = { rounds: 100, milliseconds: 50 };
    const samples = await interleaved({ slow }, { rounds: 1, warmUp, breath: 0, signal });
    expect(samples('slow')).toEqual([30]);
    expect(taken).toBeLessThan(5);
  });

  it('end at the signal', async () => {
    const controller = new AbortController();
    const stops = async (): Promise<Sample> => {
      controller.abort(new Error('enough'));
      return 0;
    };
    const rounds = { rounds: 5, warmUp: none, breath: 0, signal: controller.signal };
    await expect(interleaved({ stops }, rounds)).rejects.toThrow('enough');
  });
});
