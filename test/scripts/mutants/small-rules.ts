import { type Mutant, mutantsOf, rulesOf } from '../../../scripts/mutants/mutate.ts';
import type { Lane } from '../../../scripts/mutants/trial.ts';
import { type Case, create, get, list, person, type Request } from '../../rules/wire/index.ts';

/** Rules with a comparison in each place that matters. */
export const rules = rulesOf(`service cloud.firestore {
  match /databases/{database}/documents {
    function one() { return 1 == 1; }
    match /a/{id} {
      allow get: if one();
      allow create: if 2 == 2;
      match /b/{b} { allow list: if 3 == 3; }
    }
    match /{path=**}/c/{c} { allow list: if 4 == 4; }
    match /e/{rest=**} { allow list: if first(); }
    function first() { return second(); }
    function second() { return 5 == 5; }
  }
}`);
export const all: readonly Mutant[] = mutantsOf(rules);
/** The comparisons turned: those of one, of the four clauses that have one, and of second. */
export const turned: readonly Mutant[] = all.filter(({ operator }) => operator.name === 'equal');

export const asks = (name: string, ask: Request, may = true): Case => ({
  name,
  about: 'a',
  as: person('alice'),
  ask,
  may,
});
export const gets = asks('gets', get('a/1'));
export const makes = asks('makes', create('a/1', {}));
export const lists = asks('lists', list('a/1/b'));

/** A lane that tells which rules it was put under, and which cases were asked in it. It is told under which rules a case disagrees, and which rules are broken. */
export function laneOf(
  disagrees: (rules: string, one: Case) => boolean,
  isBroken: (rules: string) => boolean = () => false,
): { readonly lane: Lane; readonly log: string[]; readonly loaded: string[] } {
  const log: string[] = [];
  const loaded: string[] = [];
  const lane: Lane = {
    load: async (source) => {
      loaded.push(source);
      return isBroken(source) ? 'broken' : undefined;
    },
    play: async (one) => {
      log.push(one.name);
      return disagrees(loaded.at(-1) ?? '', one) ? 'disagrees' : undefined;
    },
  };
  return { lane, log, loaded };
}
