import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../scripts/report.ts';
import { CELLS } from '../matrix/table.ts';
import { openProjects } from '../played.ts';
import { SPECIMENS } from '../specimens/index.ts';
import { specimenCase } from '../specimens/specimen.ts';
import { type Case, costing, stepsOf, writesOf } from '../wire/index.ts';

/** Half of what Firestore allows for a request. https://firebase.google.com/docs/rules/rules-behavior#limits */
const MOST = { expressions: 500, reads: 5 };
/** What is sent most often, and billed with each read. */
const MESSAGE = { ...MOST, reads: 2 };

/** All that is allowed, each request of the table once, whoever asks it. */
const ALLOWED: readonly Case[] = [...CELLS.filter(({ may }) => may), ...SPECIMENS.map(specimenCase)];

/** A person's words, as most of them are: in no thread, which costs a look at what it hangs on. */
const isPlainMessage = (one: Case): boolean =>
  stepsOf(one)
    .flatMap(writesOf)
    .some(
      (write) =>
        write.do === 'set' &&
        JSON.stringify(write.fields.author ?? '').includes('person') &&
        write.fields.thread === undefined,
    );
const MESSAGES = ALLOWED.filter(isPlainMessage);

let budget: ReturnType<typeof costing>;
beforeAll(async () => {
  const [project] = await openProjects('budget', 1);
  if (!project) throw new Error('There is no project.');
  budget = costing(project, readFileSync(join(import.meta.dirname, '../../../firestore.rules'), 'utf8'));
});

/** The dearest of some cases, to the expression, found by halves. */
async function dearest(
  cases: readonly Case[],
): Promise<{ readonly one: Case; readonly expressions: number }> {
  let [cheap, dear, left] = [0, MOST.expressions, cases];
  while (dear - cheap > 1) {
    const middle = Math.floor((cheap + dear) / 2);
    const over = await budget.over({ expressions: middle, reads: MOST.reads }, left);
    if (over.length === 0) dear = middle;
    else [cheap, left] = [middle, over];
  }
  const [one] = left;
  if (!one) throw new Error('There are no cases.');
  return { one, expressions: dear };
}

describe('what a request costs', () => {
  it('is at most half of the expressions and of the reads that there are', async () => {
    expect(ALLOWED.length).toBeGreaterThan(250);
    expect((await budget.over(MOST, ALLOWED)).map(({ name }) => name)).toEqual([]);
    const { one, expressions } = await dearest(ALLOWED);
    say(`budget: at most ${expressions} of 1,000 expressions, by "${one.about}: ${one.name}"`);
  });
  it('is at most two reads for a message', async () => {
    expect(MESSAGES.length).toBeGreaterThan(3);
    expect((await budget.over(MESSAGE, MESSAGES)).map(({ name }) => name)).toEqual([]);
  });
});
