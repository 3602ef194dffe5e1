import { beforeAll, describe, expect, it } from 'vitest';
import { played } from '../played.ts';
import type { Case } from '../wire/index.ts';
import { BATCHES } from './index.ts';

let wrong: ReadonlyMap<Case, string>;
beforeAll(async () => {
  wrong = await played('batches', BATCHES);
});

describe('a batch', () => {
  const verdict = ({ may }: Case) => (may ? 'is allowed' : 'is denied');
  it.each(BATCHES.map((one) => [verdict(one), one] as const))('%s: $name', (_, one) => {
    expect(wrong.get(one)).toBeUndefined();
  });
});
