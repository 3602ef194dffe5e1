import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../scripts/report.ts';
import { played } from '../played.ts';
import { SPECIMENS } from '../specimens/index.ts';
import type { Case } from '../wire/index.ts';
import { FIELDS, SCHEMAS } from './rows.ts';
import { fieldsOf } from './schema.ts';

const GROUPS = Object.keys(SCHEMAS).map(
  (about) => [about, SPECIMENS.filter((specimen) => specimen.about === about)] as const,
);
const cases = [...FIELDS.values()].flat();
let wrong: ReadonlyMap<Case, string>;
beforeAll(async () => {
  wrong = await played('fields', cases);
  const allowed = cases.filter(({ may }) => may).length;
  say(`fields: ${SPECIMENS.length} writes, ${cases.length} variations of them, ${allowed} allowed`);
});

describe('the variations', () => {
  it.each(Object.entries(SCHEMAS))('touch every field of %s', (about, schema) => {
    const names = [...FIELDS].flatMap(([specimen, rows]) =>
      specimen.about === about ? rows.map(({ name }) => name) : [],
    );
    const untouched = fieldsOf(schema).filter(
      ({ path }) => !names.some((name) => name.includes(`, and ${path} `)),
    );
    expect(untouched).toEqual([]);
  });
});

describe.each(GROUPS)('%s', (_, specimens) => {
  it.each(specimens)(
    '$name, in the fields that are theirs to choose, as the model takes them',
    (specimen) => {
      const rows = FIELDS.get(specimen) ?? [];
      // The smallest has two fields of one's choice.
      expect(rows.length).toBeGreaterThanOrEqual(20);
      expect(rows.flatMap((row) => wrong.get(row) ?? [])).toEqual([]);
    },
  );
});
