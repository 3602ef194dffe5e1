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

/** All allowed cases are played once under rulesets that leave less and less. */
const PATIENCE = 300_000;

describe('what a request costs', () => {
  it(
    'is at most half of the expressions and of the reads that there are',
    async () => {
      expect(ALLOWED.length).toBeGreaterThan(250);
      expect((await budget.over(MOST, ALLOWED)).map(({ name }) => name)).toEqual([]);
      say(`budget: no allowed request costs more than ${MOST.expressions} expressions, ${MOST.reads} reads`);
    },
    PATIENCE,
  );
  it(
    'is at most two reads for a message',
    async () => {
      expect(MESSAGES.length).toBeGreaterThan(3);
      expect((await budget.over(MESSAGE, MESSAGES)).map(({ name }) => name)).toEqual([]);
    },
    PATIENCE,
  );
});
