import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../scripts/report.ts';
import { played } from '../played.ts';
import type { Case } from '../wire/index.ts';
import { MACHINES, MOVES } from './index.ts';

let wrong: ReadonlyMap<Case, string>;
beforeAll(async () => {
  wrong = await played('states', MOVES);
  const legal = MOVES.filter(({ may }) => may).length;
  say(`states: ${MACHINES.length} kinds of documents, ${MOVES.length} moves, ${legal} legal`);
});

describe('the states of', () => {
  it.each(MACHINES)('$of: each goes to each as it should, by whom it should', ({ of, states }) => {
    const moves = MOVES.filter(({ name }) => name.includes(` moves ${of} from `));
    expect(moves.length).toBeGreaterThanOrEqual(states.length ** 2 * 10);
    expect(moves.flatMap((move) => wrong.get(move) ?? [])).toEqual([]);
  });
});
