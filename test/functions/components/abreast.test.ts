import { describe, expect, it } from 'vitest';
import { ABREAST, abreast } from '../../../functions/components/abreast.ts';

const numbers = Array.from({ length: 2 * ABREAST + 3 }, (_, nth) => nth);

async function all<Read>(reading: AsyncIterable<Read>): Promise<Read[]> {
  const read: Read[] = [];
  for await (const one of reading) read.push(one);
  return read;
}

describe('reading abreast', () => {
  it('reads several at once, never more than it may, and tells all in order', async () => {
    let [underWay, most] = [0, 0];
    const reading = abreast(numbers, async (one) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, one % 2));
      underWay -= 1;
      return `read ${one}`;
    });
    expect(await all(reading)).toEqual(numbers.map((one) => `read ${one}`));
    expect(most).toBe(ABREAST);
  });

  it('throws what went wrong, and goes on with nothing', async () => {
    const begun: number[] = [];
    const reading = abreast(numbers, async (one) => {
      begun.push(one);
      if (one === 3) throw new Error('not to be read');
    });
    await expect(all(reading)).rejects.toThrow('not to be read');
    expect(begun).toHaveLength(ABREAST);
  });

  it('reads no more for whoever asks no more', async () => {
    const begun: number[] = [];
    for await (const one of abreast(numbers, async (number) => begun.push(number))) if (one > 0) break;
    expect(begun).toHaveLength(ABREAST);
  });
});
