import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rulesOf } from '../../../scripts/mutants/mutate.ts';
import { partOf } from '../../../scripts/mutants/prune.ts';
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

/** A person's words. */
const MESSAGES = ALLOWED.filter((one) =>
  stepsOf(one)
    .flatMap(writesOf)
    .some((write) => write.do === 'set' && JSON.stringify(write.fields.author ?? '').includes('person')),
);
/** A guest's in a thread: the room says whether it takes guests, and the thread what it hangs on. */
const isOfGuestInThread = (one: Case): boolean =>
  JSON.stringify(one.as).includes('anonymous') && JSON.stringify(one.ask).includes('"thread"');

let budget: ReturnType<typeof costing>;
beforeAll(async () => {
  const [first, ...more] = await openProjects('budget', PLACES);
  if (!first) throw new Error('There is no project.');
  const rules = readFileSync(join(import.meta.dirname, '../../../firestore.rules'), 'utf8');
  budget = costing([first, ...more], rules, partOf(rulesOf(rules)));
});

/** Projects in which reads are counted at one time. */
const PLACES = 4;

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
    'is at most two reads for a message, and one more for that of a guest in a thread',
    async () => {
      const [others, guests] = [false, true].map((is) =>
        MESSAGES.filter((one) => isOfGuestInThread(one) === is),
      );
      expect(others?.length).toBeGreaterThan(5);
      expect(guests?.length).toBeGreaterThan(0);
      expect((await budget.over(MESSAGE, others ?? [])).map(({ name }) => name)).toEqual([]);
      const more = { ...MESSAGE, reads: MESSAGE.reads + 1 };
      expect((await budget.over(more, guests ?? [])).map(({ name }) => name)).toEqual([]);
    },
    PATIENCE,
  );
});
