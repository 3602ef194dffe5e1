import { describe, expect, it } from 'vitest';
import { type Mutant, mutantsOf, rulesOf } from '../../../scripts/mutants/mutate.ts';
import { reachOf } from '../../../scripts/mutants/reach.ts';
import {
  batch,
  type Case,
  create,
  get,
  list,
  listGroup,
  type Request,
  remove,
  set,
} from '../../rules/wire/index.ts';
import { all, asks, rules, turned } from './small-rules.ts';

describe('a case is reached by', () => {
  const isReached = (one: Case) => {
    const reach = reachOf(rules, [one]);
    return (mutant: Mutant) => reach(mutant).cases.length > 0;
  };
  const reachedBy = (one: Case) => turned.filter(isReached(one)).map(({ id }) => id.replace(/ \d+:.*/, ''));

  it.each<[string, Request, string[]]>([
    ['a function that its clause calls', get('a/1'), ['one']],
    ['a function that such a function calls', list('e/1/x'), ['second']],
    ['the clause of its operation', create('a/1', {}), ['a allow create']],
    ['the clause of a creation, when it writes whole', set('a/1', {}), ['a allow create']],
    ['a clause further in', list('a/1/b'), ['a/b allow list']],
    ['a recursive clause', list('a/1/c'), ['**/c allow list']],
    ['a recursive clause at the top', list('c'), ['**/c allow list']],
    ['a clause of its group, and one that may be for any', listGroup('c'), ['**/c allow list', 'second']],
    ['a clause of a collection in its group', listGroup('b'), ['a/b allow list', 'second']],
    ['the clauses of all its writes', batch(create('a/1', {}), create('d/1', {})), ['a allow create']],
    ['nothing elsewhere', get('d/1'), []],
  ])('%s', (_, request, homes) => {
    expect(reachedBy(asks('asks', request))).toEqual(homes);
  });

  it('the clause of its operation, of what is written whole by whether it is there', () => {
    const changes = { ...asks('changes', set('a/1', {})), given: { 'a/1': {} } };
    expect(reachedBy(changes)).toEqual([]);
    expect(reachedBy({ ...changes, given: { 'a/2': {} } })).toEqual(['a allow create']);
    expect(reachedBy({ ...changes, ask: batch(set('a/1', {}), set('a/1', {})) })).toEqual(['a allow create']);
    expect(reachedBy({ ...changes, ask: [set('a/2', {}), set('a/1', {})] })).toEqual(['a allow create']);
  });

  it('a list of operations that takes in its own', () => {
    const wide = all.filter(({ operator }) => operator.name === 'widen-operation');
    const reached = (ask: Request) => wide.filter(isReached(asks('asks', ask))).map(({ id }) => id);
    expect(reached(remove('a/1'))).toEqual(['a allow create 1:13 widen-operation write']);
    expect(reached(get('d/1'))).toEqual([]);
  });

  it('a pattern that takes in its path, or did', () => {
    const deep = all.filter(({ operator }) => operator.name === 'recursive');
    const reached = (ask: Request) => deep.filter(isReached(asks('asks', ask))).map(({ id }) => id);
    expect(reached(get('a/1'))).toEqual(['a 1:14 recursive']);
    expect(reached(get('a/1/x/1'))).toEqual(['a 1:14 recursive']);
    expect(reached(list('e/1/x'))).toEqual(['**/c 1:24 recursive', 'e/** 1:14 recursive']);
    expect(reached(get('d/1'))).toEqual([]);
  });
});

describe('the rules with a mutant, as far as its cases need them', () => {
  const sourceOf = (home: string, cases: readonly Case[]) => {
    const mutant = turned.find(({ id }) => id.startsWith(home));
    return mutant ? reachOf(rules, cases)(mutant).source.replace(/\s+/g, ' ') : '';
  };
  const service = (body: string) =>
    `service cloud.firestore { match /databases/{database}/documents { ${body} } }`;
  const gets = asks('gets', get('a/1'));

  it('hold the clauses that they ask for, and what these call', () => {
    expect(sourceOf('one', [gets, asks('lists', list('a/1/b'))])).toBe(
      service('function one() { return 1 != 1; } match /a/{id} { allow get: if one(); }'),
    );
    expect(sourceOf('second', [asks('lists', list('e/1/x'))])).toBe(
      service(
        'match /e/{rest=**} { allow list: if first(); } function first() { return second(); } function second() { return 5 != 5; }',
      ),
    );
  });

  it('hold no block whose one clause is taken away', () => {
    const both = { ...asks('both', get('a/1')), ask: [create('a/1', {}), list('a/1/b')] };
    const removed = all.find(({ id }) => id === 'a/b allow list 1:22 remove-allow');
    const source = removed && reachOf(rules, [both])(removed).source.replace(/\s+/g, ' ');
    expect(source).toBe(service('match /a/{id} { allow create: if 2 == 2; }'));
  });

  it('hold what the change calls', () => {
    const named = rulesOf(`service cloud.firestore { match /databases/{database}/documents {
      function prior() { return resource.data; }
      function after() { return request.resource.data; }
      match /a/{id} { allow create: if after() == 1; }
    } }`);
    const mutant = mutantsOf(named).find(({ operator }) => operator.name === 'prior-after');
    const source = mutant && reachOf(named, [asks('makes', create('a/1', {}))])(mutant).source;
    expect(source).toContain('function prior()');
    expect(source).toContain('if prior() == 1');
  });

  it('hold what else such a case asks for', () => {
    expect(sourceOf('a allow create', [asks('makes', create('a/1', {})), gets])).toBe(
      service('match /a/{id} { allow create: if 2 != 2; }'),
    );
    const both = { ...asks('both', get('a/1')), ask: [create('a/1', {}), get('a/1')] };
    expect(sourceOf('a allow create', [both, gets])).toBe(
      service(
        'function one() { return 1 == 1; } match /a/{id} { allow get: if one(); allow create: if 2 != 2; }',
      ),
    );
  });
});
