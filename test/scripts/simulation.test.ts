import { describe, expect, it } from 'vitest';
import { extentOf } from '../../scripts/simulation.ts';
import { deathsOf, optionsOf } from '../../scripts/test/again.ts';
import { inSeeds, WHOLE } from '../../scripts/test/simulation.ts';
import type { Meant } from '../simulation/tally.ts';

const sharesOf = (...args: string[]) => inSeeds(extentOf(args));

it.each<[string, Meant]>([
  ['by chance', { seed: 7, acts: 3 }],
  ['with a death', { seed: 7, acts: 3, deaths: [[17, 'dies before']] }],
  [
    'with two',
    {
      seed: 7,
      acts: 3,
      deaths: [
        [17, 'dies before'],
        [42, 'dies after'],
      ],
    },
  ],
  ['where nobody was to die', { seed: 7, acts: 3, deaths: [] }],
])('runs a failure again %s', (_, { seed, ...rest }) => {
  const shares = sharesOf(...optionsOf({ seed, ...rest }));
  expect(shares).toEqual([{ do: 'explore', from: seed, to: seed + 1, ...rest }]);
});

describe('deaths', () => {
  it('are told by the number of the call, before it or after it', () => {
    expect(optionsOf({ seed: 1, acts: 8, deaths: deathsOf('17b,42a') }).slice(-2)).toEqual([
      '--deaths',
      '17b,42a',
    ]);
  });
  it.each(['', '17', 'b', '0b', '17c', '17b,', '17b 42a', '-1a', 'nobody'])(
    'are refused where they are none: "%s"',
    (text) => {
      expect(() => extentOf(['--deaths', text])).toThrow(
        /^--deaths has ".*": it must be the number of a call/,
      );
    },
  );
  it('are of one run where no number of runs is given, and nothing else is run', () => {
    expect(extentOf(['--deaths', '1a'])).toEqual({
      ...WHOLE,
      runs: 1,
      deaths: 0,
      pairs: { conversations: 0, acts: 0 },
      dying: [[1, 'dies after']],
    });
  });
});

it('runs the whole where nothing is given', () => {
  expect(extentOf([])).toEqual(WHOLE);
});
