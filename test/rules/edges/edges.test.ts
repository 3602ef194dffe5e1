import { beforeAll, describe, expect, it } from 'vitest';
import { played } from '../played.ts';
import type { Case } from '../wire/index.ts';
import { EDGES } from './index.ts';

let wrong: ReadonlyMap<Case, string>;
beforeAll(async () => {
  wrong = await played('edges', EDGES);
});

describe('at an edge', () => {
  const verdict = ({ may }: Case) => (may ? 'is allowed' : 'is denied');
  it.each(EDGES.map((one) => [one.about, verdict(one), one] as const))('%s %s: $name', (_, __, one) => {
    expect(wrong.get(one)).toBeUndefined();
  });
});
