import { beforeAll, describe, expect, it } from 'vitest';
import {
  batch,
  type Case,
  connect,
  costing,
  get,
  listGroup,
  type Project,
  person,
  projectOf,
  type Request,
  set,
} from './index.ts';

const rules = (body: string) =>
  `rules_version = '2'; service cloud.firestore { match /databases/{database}/documents { ${body} } }`;

let project: Project;
beforeAll(() => {
  const host = process.env.FIRESTORE_EMULATOR_HOST;
  if (!host) throw new Error('No Firestore emulator: run "npm run test:rules".');
  project = projectOf(connect(host), 'demo-cost');
});

const given = {
  'a/1': { n: 1 },
  'b/1': { n: 1 },
  'b/2': { n: 1 },
  'b/dear': { n: 1 },
  'b/reading': { n: 1 },
};
const asks = (ask: Request): Case => ({
  name: 'asks',
  about: 'a',
  as: person('alice'),
  given,
  ask,
  may: true,
});
const gets = asks(get('a/1'));

/** What a request costs under a clause with this condition; its operation is `get` unless another is named. */
const costOf = (condition: string, one = gets, operation = 'get', more = '') =>
  costing(
    [project],
    rules(`${more} match /{path=**}/a/{id} { allow ${operation}: if ${condition}; }`),
  ).costOf(one);

const b = (id: string) => `/databases/$(database)/documents/b/${id}`;

describe('the expressions of a request', () => {
  it.each([
    ['true', 1],
    ['1 == 1', 3],
    ['true && true', 4],
    ['true || 1 == 1', 2],
    ['false || true', 4],
    ["request.auth.uid == 'alice'", 5],
    ['resource.data.n == 1', 5],
    ["'x' in ['x', 'y']", 5],
    ['f(1)', 5],
  ])('are counted: %s costs %i', async (condition, expressions) => {
    expect(await costOf(condition, gets, 'get', 'function f(x) { return x == 1; }')).toEqual({
      expressions,
      reads: 0,
    });
  });

  it('go up to the limit', async () => {
    const many = (terms: number) => Array.from({ length: terms }, () => 'f()').join(' && ');
    const f = `function f() { return ${Array.from({ length: 33 }, () => 'true').join(' && ')}; }`;
    expect((await costOf(many(10), gets, 'get', f)).expressions).toBe(998);
    await expect(costOf(many(11), gets, 'get', f)).rejects.toThrow(
      'a: asks: should be allowed and is denied',
    );
  });

  it('are those of the clauses before as well', async () => {
    const before = 'match /a/{id} { allow read: if 1 == 2; }';
    expect((await costOf('true', gets, 'get', before)).expressions).toBe(4);
  });
});

describe('the reads of a request', () => {
  it.each([
    ['true', 0],
    [`exists(${b('1')})`, 1],
    [`exists(${b('1')}) && get(${b('1')}).data.n == 1`, 1],
    [`exists(${b('1')}) && f('2')`, 2],
    [`resource.data.n == 1 && (resource.data.n == 1 || exists(${b('1')}))`, 0],
    [`exists(${b('1')}) || f('2')`, 1],
    [`exists(${b('none')}) || f('2')`, 2],
    [`exists(${b('none')}) || get(place('nothing')).data.n == 1 || true`, 2],
  ])('are distinct documents: %s', async (condition, reads) => {
    const f = `function f(id) { return exists(${b('$(id)')}); } function place(id) { return ${b('$(id)')}; }`;
    expect((await costOf(condition, gets, 'get', f)).reads).toBe(reads);
  });

  it('are of documents before a write and after it', async () => {
    const both = `exists(${b('1')}) && existsAfter(${b('2')}) && getAfter(${b('2')}).data.n == 1`;
    expect((await costOf(both, asks(set('a/1', {})), 'write')).reads).toBe(2);
  });

  it('are those of all of a batch', async () => {
    const writes = asks(batch(set('a/1', {}), set('a/2', {})));
    expect((await costOf(`exists(${b('$(id)')})`, writes, 'write')).reads).toBe(2);
  });

  it('are counted for lists too', async () => {
    expect((await costOf(`exists(${b('1')})`, asks(listGroup('a', { limit: 1 })), 'list')).reads).toBe(1);
  });
});

describe('a budget', () => {
  const cheap = gets;
  const dear = asks(get('b/dear'));
  const reading = asks(get('b/reading'));
  const some = rules(`
    match /a/{id} { allow get: if true; }
    match /b/dear { allow get: if 1 == 1 && 2 == 2; }
    match /b/reading { allow get: if exists(${b('3')}) || true; }`);
  it('is held, or not', async () => {
    const { over } = costing([project], some);
    const cases = [cheap, dear, reading, { ...dear, may: false }];
    expect(await over({ expressions: 20, reads: 1 }, cases)).toEqual([]);
    expect(await over({ expressions: 20, reads: 0 }, cases)).toEqual([reading]);
    expect(await over({ expressions: 7, reads: 1 }, cases)).toEqual([dear, reading]);
    expect(await over({ expressions: 1, reads: 1 }, cases)).toEqual([dear, reading]);
    expect(await over({ expressions: 8, reads: 0 }, cases)).toEqual([reading]);
  });
});

describe('a cost', () => {
  it('is none of a case that is denied', async () => {
    await expect(costOf('true', { ...gets, may: false })).rejects.toThrow('costs nothing that matters');
  });
  it('is none under rules that are broken', async () => {
    await expect(costOf('&&')).rejects.toThrow('Error compiling rules');
  });
  it('is none under rules of another shape', async () => {
    await expect(costing([project], 'service cloud.firestore {}').costOf(gets)).rejects.toThrow(
      'The rules have no',
    );
  });
});
