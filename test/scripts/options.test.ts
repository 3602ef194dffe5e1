import { expect, it } from 'vitest';
import { wholeNumbers } from '../../scripts/options.ts';

it('are read by their names, and absent where they were not given', () => {
  expect(wholeNumbers(['--seed', '7', '--runs', '1'], ['seed', 'runs', 'acts'])).toEqual({
    seed: 7,
    runs: 1,
  });
});

it.each(['0', '-1', '1.5', 'x', ''])('are refused with their name: "%s"', (value) => {
  expect(() => wholeNumbers([`--seed=${value}`], ['seed'])).toThrow(
    `--seed is "${value}": it must be a whole number from 1 on.`,
  );
});
