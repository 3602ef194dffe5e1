import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../scripts/report.ts';
import { played } from '../played.ts';
import type { Case } from '../wire/index.ts';
import { type Operation, rowTitle } from './row.ts';
import { CELLS, cellsIn, TABLE } from './table.ts';

const OPERATIONS: readonly Operation[] = ['get', 'list', 'create', 'update', 'delete'];

/** The paths of all `match` blocks that allow something, as they are nested. */
function matchesOf(rules: string): string[] {
  const open: string[] = [];
  const bare = rules.replace(/'[^'\n]*'|\/\/.*/g, '');
  const found = new Set<string>();
  for (const [token, path] of bare.matchAll(/match \/(\S+) \{|[{}]|\ballow /g)) {
    if (path) open.push(path);
    else if (token === '{') open.push('');
    else if (token === '}') open.pop();
    else found.add(open.filter((block) => block !== '').join('/'));
  }
  return [...found].map((path) => path.replace('databases/{database}/documents/', ''));
}

let wrong: ReadonlyMap<Case, string>;
beforeAll(async () => {
  wrong = await played('matrix', CELLS);
  const unlisted = CELLS.filter((cell) => !cell.may && wrong.has(cell));
  const allowed = CELLS.filter((cell) => cell.may).length;
  say(
    `matrix: ${CELLS.length} cells, ${allowed} listed as allowed, ${unlisted.length} unlisted ones allowed`,
  );
});

describe('the table of who may do what', () => {
  it('has a section for each match block of the rules, and no other', () => {
    const rules = readFileSync(join(import.meta.dirname, '../../../firestore.rules'), 'utf8');
    const told = TABLE.flatMap(({ match, everywhere }) => (everywhere ? [match, everywhere] : [match]));
    expect(matchesOf(rules).sort()).toEqual(told.sort());
  });
  it.each(TABLE)('has rows for every operation on $match', ({ rows }) => {
    expect(OPERATIONS.filter((operation) => !rows.some((row) => row.operation === operation))).toEqual([]);
  });
  it('has all its cells played', () => expect(CELLS.length).toBeGreaterThan(4_000));
});

describe.each(TABLE)('$match', (section) => {
  it.each(section.rows.map((row) => [rowTitle(row), row] as const))('%s', (_, row) => {
    const cells = cellsIn(row);
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.flatMap((cell) => wrong.get(cell) ?? [])).toEqual([]);
  });
});
