import { expect, it, vi } from 'vitest';
import { howFar } from '../../scripts/report.ts';

it('tells once a minute how far something is', () => {
  const say = vi.fn<(line: string) => void>();
  let now = 0;
  const told = howFar('by chance', say, () => now);
  for (let done = 1; done <= 3; done += 1) {
    now += 45_000;
    told(done, 8);
  }
  expect(say.mock.calls.flat()).toEqual(['  by chance: 25 % done']);
});
