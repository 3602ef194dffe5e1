import { describe, expect, it } from 'vitest';
import { but, type Case, distinct, get, nobody, person } from './index.ts';

const reads: Case = { name: 'a person reads', about: 'a', as: person('alice'), ask: get('a/1'), may: true };

describe('a denial', () => {
  it('is an allowed case changed in one thing, and called by it', () => {
    expect(but(reads, { 'as nobody': { as: nobody }, elsewhere: { ask: get('b/1') } })).toEqual([
      { ...reads, name: 'a person reads, but as nobody', as: nobody, may: false },
      { ...reads, name: 'a person reads, but elsewhere', ask: get('b/1'), may: false },
    ]);
  });
});

describe('cases', () => {
  it('are told apart by their titles', () => {
    const elsewhere = { ...reads, about: 'b' };
    expect(distinct([reads, elsewhere])).toEqual([reads, elsewhere]);
    expect(() => distinct([reads, elsewhere, { ...reads }])).toThrow(
      'Two cases are called "a: a person reads".',
    );
  });
});
