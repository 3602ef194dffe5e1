import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../../scripts/mutants/options.ts';

describe('options', () => {
  it('choose mutants', () => {
    const args = ['--about', 'people,inbox', '--about', 'rooms', '--sample', '9', '--seed', '7', '--json'];
    expect(optionsOf(args)).toEqual({ about: ['people', 'inbox', 'rooms'], sample: 9, seed: 7, json: true });
    expect(optionsOf(['--seed', '1'])).toEqual({ seed: 1, json: false });
  });

  it('make up a seed where none is given', () => {
    expect(optionsOf([]).seed).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [['--sample', 'x'], '--sample is "x", and has to be a whole number.'],
    [['--seed=-1'], '--seed is "-1"'],
    [['--all'], "Unknown option '--all'"],
    [['people'], "Unexpected argument 'people'"],
  ])('that are none are told of: %s', (args, sentence) => {
    expect(() => optionsOf(args)).toThrow(sentence);
  });
});
