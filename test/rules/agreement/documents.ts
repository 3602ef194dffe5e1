import { at, withAt } from '../fields/place.ts';
import { SCHEMAS } from '../fields/rows.ts';
import { atTime, isTaken, type Variation, variationsOf } from '../fields/variation.ts';
import { SPECIMENS } from '../specimens/index.ts';
import { asked, type Specimen } from '../specimens/specimen.ts';
import type { Case } from '../wire/index.ts';
import { Dice } from './dice.ts';

/** Shares of fields that are chosen anew, and of documents in which one is wrong. */
const ANEW = 0.6;
const WRONG = 0.4;

type Choices = {
  readonly specimen: Specimen;
  readonly right: readonly Variation[];
  readonly wrong: readonly Variation[];
};

const choicesOf = (specimen: Specimen): Choices => {
  const all = variationsOf(specimen, SCHEMAS[specimen.about]);
  return {
    specimen,
    right: all.filter((one) => isTaken(specimen, one)),
    wrong: all.filter((one) => !isTaken(specimen, one)),
  };
};

const chosenAt = (after: Specimen['after'], { path, after: other }: Variation) =>
  withAt(after, path, at(other, path));

/** All that is otherwise is the actor's to choose, so, and the guard takes the whole. */
function isValid(specimen: Specimen, after: Specimen['after'], changed: readonly Variation[]): boolean {
  return (
    specimen.guard(atTime(after)).ok &&
    changed.every(({ path }) => isTaken(specimen, { path, what: '', after }))
  );
}

function documentOf(dice: Dice, { specimen, right, wrong }: Choices, nth: number): Case {
  const paths = [...new Set(right.map(({ path }) => path))].filter(() => dice.chance(ANEW));
  const chosen = paths.map((path) => dice.pick(right.filter((one) => one.path === path)));
  const spoilt = dice.chance(WRONG) ? [dice.pick(wrong)] : [];
  const after = [...chosen, ...spoilt].reduce(chosenAt, specimen.after);
  const how = [...chosen, ...spoilt].map(({ path, what }) => `${path} ${what}`).join(', ');
  return {
    name: `${nth}. ${specimen.name}, and ${how || 'all is as it is'}`,
    about: specimen.about,
    as: specimen.as,
    given: specimen.given,
    ask: asked(specimen, after),
    may: isValid(specimen, after, [...chosen, ...spoilt]),
  };
}

/** Random documents of every kind that is written, valid or valid but for one field; and what the model's guards say to them. */
export function documents(seed: number, count: number): Case[] {
  const dice = new Dice(seed);
  const choices = SPECIMENS.map(choicesOf);
  return Array.from({ length: count }, (_, nth) => documentOf(dice, dice.pick(choices), nth));
}
