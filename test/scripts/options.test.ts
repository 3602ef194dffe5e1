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

it('is refused where its number is missing', () => {
  expect(() => wholeNumbers(['--seed'], ['seed'])).toThrow('--seed is "": it must be');
});

it.each([['--seeds=7'], ['7'], ['--', '--seed', '7'], ['-s'], ['--toString', '7']])(
  'are refused with those there are where they are no options: %s',
  (...args) => {
    const given = args.find((arg) => arg !== '--')?.split('=')[0];
    expect(() => wholeNumbers(args, ['seed', 'runs'])).toThrow(
      `"${given}" is not understood: there are --seed, --runs.`,
    );
  },
);
