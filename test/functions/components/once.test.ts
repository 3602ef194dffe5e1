import { describe, expect, it } from 'vitest';
import { once, onceEach } from '../../../functions/components/once.ts';

describe('asking once', () => {
  it('asks once, however many want to know at a time', async () => {
    let asked = 0;
    const ask = once(async () => (asked += 1));
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    expect(await ask()).toBe(1);
  });

  it('asks again where there was no answer', async () => {
    let asked = 0;
    const ask = once(async () => {
      asked += 1;
      if (asked === 1) throw new Error('no answer');
      return asked;
    });
    await expect(ask()).rejects.toThrow('no answer');
    expect(await ask()).toBe(2);
  });

  it('asks once of each', async () => {
    const asked: string[] = [];
    const ask = onceEach(async (key: string) => {
      asked.push(key);
      return key.toUpperCase();
    });
    expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['A', 'B', 'A']);
    expect(asked).toEqual(['a', 'b']);
  });
});
