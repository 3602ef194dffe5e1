import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../scripts/mutants/reach.ts';
import { batch, type Case, create, get, list, listGroup, type Request, set } from '../../rules/wire/index.ts';
import { all, asks, rules, turned } from './small-rules.ts';

describe('a case is reached by', () => {
  const reaches = reachOf(rules.service);
  const reachedBy = (one: Case) =>
    turned.filter((mutant) => reaches(one, mutant)).map(({ id }) => id.replace(/ \d+:.*/, ''));

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

  it('every change of a pattern or of the operations', () => {
    const wide = all.filter(({ operator }) => ['recursive', 'widen-operation'].includes(operator.name));
    expect(wide.length).toBeGreaterThan(3);
    expect(wide.every((mutant) => reaches(asks('asks', get('d/1')), mutant))).toBe(true);
  });
});
