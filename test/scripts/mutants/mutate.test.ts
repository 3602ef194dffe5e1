import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Choice, chosen } from '../../../scripts/mutants/choose.ts';
import { mutantsOf, rulesOf } from '../../../scripts/mutants/mutate.ts';

const source = `service cloud.firestore {
  match /databases/{database}/documents {
    function isOpen() {
      return true
        && prior().open;
    }
    match /rooms/{room} {
      allow get: if isOpen();
      allow get: if room == 'a';
      match /members/{member} {
        allow list: if request.query.limit <= 50;
      }
    }
    match /{path=**}/members/{member} {
      allow list: if false;
    }
  }
}`;
const idsOf = (rules: string) => mutantsOf(rulesOf(rules)).map(({ id }) => id);

describe('a mutant', () => {
  const mutants = mutantsOf(rulesOf(source));
  it('tells where it lies, what it was and what it is', () => {
    const dropped = mutants.find(({ operator }) => operator.name === 'prior-after');
    expect(dropped).toMatchObject({
      id: 'isOpen 3:12 prior-after',
      about: 'documents',
      line: 5,
      column: 12,
      before: 'prior',
      after: 'after',
      source: source.replace('prior', 'after'),
    });
  });
  it('of something long shows both its ends', () => {
    const condition = `room == 'a' && '${'x'.repeat(200)}' == room && room != 'b'`;
    const long = mutantsOf(rulesOf(source.replace("room == 'a'", condition)));
    const turned = long.find(({ id }) => id.endsWith('and-or 2') && id.startsWith('rooms'));
    expect(turned?.before).toMatch(/^room == 'a' && 'x+ … x+' == room && room != 'b'$/);
    expect(turned?.before.length).toBeLessThan(100);
  });
  it('is called by the declaration it lies in, and the operator', () => {
    const ids = mutants.map(({ id }) => id);
    expect(ids).toContain('isOpen 2:14 drop-conjunct 1');
    expect(ids).toContain('rooms 1:18 recursive');
    expect(ids).toContain('rooms allow get 1:7 remove-allow');
    expect(ids).toContain('rooms allow get#2 1:29 text');
    expect(ids).toContain('rooms/members allow list 1:44 compare <');
    expect(ids).toContain('**/members allow list 1:7 remove-allow');
  });
  it('is about the collection of its block', () => {
    const about = (start: string) =>
      new Set(mutants.filter(({ id }) => id.startsWith(start)).map(({ about }) => about));
    expect(about('rooms allow')).toEqual(new Set(['rooms']));
    expect(about('rooms/members')).toEqual(new Set(['members']));
    expect(about('**/members')).toEqual(new Set(['members']));
  });
  it('keeps its id when something changes elsewhere', () => {
    const longer = source.replace(
      '    match /rooms',
      '    function more() { return 1; }\n\n    match /rooms',
    );
    const added = idsOf(longer).filter((id) => !id.startsWith('more'));
    expect(added).toEqual(idsOf(source));
  });
  it('comes once of each text, and never as the rules are', () => {
    const sources = mutants.map((mutant) => mutant.source);
    expect(new Set(sources).size).toBe(sources.length);
    expect(sources).not.toContain(source);
  });
});

describe("the mutants of this project's rules", () => {
  const all = mutantsOf(rulesOf(readFileSync(new URL('../../../firestore.rules', import.meta.url), 'utf8')));
  const ids = all.map(({ id }) => id);
  const choose = (choice: Choice) => chosen(all, choice).map(({ id }) => id);
  it('are many, each with an id of its own', () => {
    expect(all.length).toBeGreaterThan(1_000);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
  it('can be chosen by what they are about', () => {
    const about = all.filter((mutant) => mutant.about === 'people' || mutant.about === 'inbox');
    expect(choose({ about: ['people', 'inbox'], seed: 1 })).toEqual(about.map(({ id }) => id));
  });
  it('can be drawn by a seed, the same for the same', () => {
    const drawn = choose({ sample: 50, seed: 1 });
    expect(drawn).toHaveLength(50);
    expect(choose({ sample: 50, seed: 1 })).toEqual(drawn);
    expect(choose({ sample: 50, seed: 2 })).not.toEqual(drawn);
    expect(ids.filter((id) => drawn.includes(id))).toEqual(drawn);
    expect(choose({ seed: 1 })).toEqual(ids);
  });
});
