import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeOf } from '../../../functions/bindings/store.ts';
import { say } from '../../../scripts/report.ts';
import { played } from '../played.ts';
import type { Case } from '../wire/index.ts';
import { READS } from './components.ts';
import { queryCases, READINGS } from './rows.ts';
import { ASKS } from './web.ts';

const root = join(import.meta.dirname, '../../..');
let cases: ReadonlyMap<string, readonly Case[]>;
let wrong: ReadonlyMap<Case, string>;
beforeAll(async () => {
  cases = await queryCases();
  const all = [...cases.values()].flat();
  wrong = await played('queries', all);
  say(`queries: ${all.length} requests, ${all.filter(({ may }) => may).length} allowed`);
});

describe('the queries', () => {
  it('of the store have a row each', () => {
    const methods = Object.keys(storeOf(() => Promise.reject(new Error('not asked'))));
    expect(methods.sort()).toEqual(Object.keys(READS).sort());
  });
  it('of the web have a row each', () => {
    const asks = globSync('web/data/**/*.ts', { cwd: root }).map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [file, [...text.matchAll(/\bquery\(/g)].length] as const;
    });
    expect(Object.fromEntries(asks.filter(([, count]) => count > 0))).toEqual(ASKS);
  });
  it('of the web are made nowhere else', () => {
    const others = globSync('web/**/*.{ts,tsx}', { cwd: root }).filter(
      (file) => !file.startsWith('web/data/'),
    );
    expect(
      others.filter((file) => /\bquery\(|firebase\/firestore/.test(readFileSync(join(root, file), 'utf8'))),
    ).toEqual([]);
  });
});

describe('what is read', () => {
  it.each(READINGS)('%s: as it is, and in no other way that asks for more', (name) => {
    const mine = cases.get(name) ?? [];
    expect(mine.some(({ may }) => may)).toBe(true);
    expect(mine.flatMap((one) => wrong.get(one) ?? [])).toEqual([]);
  });
});
