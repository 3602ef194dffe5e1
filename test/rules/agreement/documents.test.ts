import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../scripts/report.ts';
import { played } from '../played.ts';
import type { Case } from '../wire/index.ts';
import { documents } from './documents.ts';
import { SEED } from './seed.ts';

const COUNT = 1_500;

const cases = documents(SEED, COUNT);
const valid = cases.filter(({ may }) => may).length;
let wrong: ReadonlyMap<Case, string>;
beforeAll(async () => {
  wrong = await played('documents', cases);
  say(
    `documents: ${COUNT} random ones (AGREEMENT_SEED=${SEED}), ${valid} valid, ${wrong.size} disagreements`,
  );
});

describe(`the guards of the model and the rules, shown ${COUNT} random documents (AGREEMENT_SEED=${SEED})`, () => {
  it('say the same', () => expect([...wrong.values()]).toEqual([]));
  it('were shown enough that are valid', () => expect(valid / COUNT).toBeGreaterThan(0.3));
});
