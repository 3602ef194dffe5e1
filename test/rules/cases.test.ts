import { beforeAll, describe, expect, it } from 'vitest';
import { CASES } from './cases/index.ts';
import { type Case, connect, playAll, projectOf, Stage } from './wire/index.ts';
import { PROJECT } from './world.ts';

let wrong: ReadonlyMap<Case, string>;

beforeAll(async () => {
  const host = process.env.FIRESTORE_EMULATOR_HOST;
  if (!host) throw new Error('No Firestore emulator: run "npm run test:rules".');
  wrong = await playAll(new Stage(projectOf(connect(host), PROJECT)), CASES);
});

describe.each([...new Set(CASES.map(({ about }) => about))])('%s', (about) => {
  const cases = CASES.filter((one) => one.about === about);
  it.each(cases)('$name', (one) => expect(wrong.get(one)).toBeUndefined());
});
