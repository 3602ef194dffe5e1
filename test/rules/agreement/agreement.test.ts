import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../scripts/report.ts';
import { openProjects } from '../played.ts';
import { type Outcome, run } from './run.ts';
import { SEED } from './seed.ts';
import { Trial } from './trial.ts';

const COUNT = Number(process.env.AGREEMENT_COUNT ?? 20_000);
/** The least share of allowed requests of each kind: with less, it would be denials that agree. */
const LEAST = 0.3;
const PLACES = 8;

let outcome: Outcome;
beforeAll(async () => {
  const projects = await openProjects('agreement', PLACES);
  outcome = await run(
    SEED,
    COUNT,
    projects.map((project) => new Trial(project)),
  );
  const shares = [...outcome.shares].map(
    ([clauses, { asked, allowed }]) => `  ${Math.round((100 * allowed) / asked)} % of ${asked}: ${clauses}`,
  );
  const allowed = [...outcome.shares.values()].reduce((sum, share) => sum + share.allowed, 0);
  say(
    [
      `agreement: ${outcome.asked} random requests (AGREEMENT_SEED=${SEED}), ${allowed} allowed, ${outcome.disagreements.length} disagreements`,
      ...shares.sort(),
    ].join('\n'),
  );
}, 600_000);

describe(`the rules and the model, asked ${COUNT} random requests (AGREEMENT_SEED=${SEED})`, () => {
  it('agree', () => expect(outcome.disagreements).toEqual([]));
  it('were asked them all, but for those too near to a limit of time to say', () => {
    expect(outcome.asked).toBeGreaterThan(0.99 * COUNT);
  });
  it('were asked enough that is allowed, by every clause', () => {
    const rare = [...outcome.shares].filter(([, { asked, allowed }]) => allowed < LEAST * asked);
    expect(rare).toEqual([]);
  });
});
