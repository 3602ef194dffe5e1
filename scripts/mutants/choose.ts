import { createHash } from 'node:crypto';
import type { Mutant } from './mutate.ts';

/** Which mutants to try: those about some collections, or so many that a seed draws; all without either. */
export type Choice = { readonly about?: readonly string[]; readonly sample?: number; readonly seed: number };

/** The mutants of a choice, in their order. What a seed draws does not depend on how many others there are. */
export function chosen(mutants: readonly Mutant[], { about, sample, seed }: Choice): readonly Mutant[] {
  const mine = about ? mutants.filter((mutant) => about.includes(mutant.about)) : mutants;
  if (sample === undefined) return mine;
  const lots = mine.map((mutant) => ({ mutant, lot: lotOf(`${seed} ${mutant.id}`) }));
  const drawn = new Set(
    lots
      .sort((a, b) => a.lot - b.lot)
      .slice(0, sample)
      .map(({ mutant }) => mutant),
  );
  return mine.filter((mutant) => drawn.has(mutant));
}

const lotOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE();
