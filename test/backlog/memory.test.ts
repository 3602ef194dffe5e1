import { describe, expect, it } from 'vitest';
import { memoryIn } from './memory.ts';

describe('memory', () => {
  it('is flat while the largest process stays about as large, however many there are', () => {
    expect(memoryIn([[100], [90, 90], [80, 80], [124.6, 80, 80], [100, 80, 80], [125, 80, 80]])).toEqual({
      first: { one: 100, all: 180 },
      last: { one: 125, all: 285 },
      isFlat: true,
    });
  });
  it('is not when a process grows on', () => {
    expect(memoryIn([[100], [110], [120], [140]]).isFlat).toBe(false);
  });
  it('that is given back in the end counts as it was at most', () => {
    expect(memoryIn([[100], [100], [100], [100], [130], [100]]).isFlat).toBe(false);
  });
  it('of a run with one look is flat', () => {
    expect(memoryIn([[100]])).toMatchObject({ isFlat: true });
  });
});
