import type { Fields } from '#model/effect.ts';
import type { Checked } from '#model/guard.ts';
import { batch, type Case, type Documents, type Principal, type Request, set } from '../wire/index.ts';
import type { Write } from '../wire/request.ts';

/** Whether an actor may choose this value for a field, in this document; beside it, what the model's guard takes. */
export type Choice = (value: unknown, document: Fields) => boolean;

/** A write that is allowed: what one document holds before and after, and what is written with it. */
export type Specimen = {
  /** Who does what: "a member writes". */
  readonly name: string;
  /** The collection, as cases name it. */
  readonly about: string;
  readonly as: Principal;
  readonly given: Documents;
  readonly path: string;
  /** The whole document after the write, with the stand-ins of the model. */
  readonly after: Fields;
  /** The other writes of its batch. */
  readonly also?: readonly Write[];
  readonly guard: (value: unknown) => Checked<unknown>;
  /** The fields that are the actor's to choose, dotted, and what they may choose. All others are fixed by who does it and when. */
  readonly free?: Readonly<Record<string, Choice>>;
};

/** Whatever the guard takes, but not nothing. */
export const present: Choice = (value) => value !== undefined;
/** Whatever the guard takes. */
export const any: Choice = () => true;
export const oneOf =
  (...values: unknown[]): Choice =>
  (value) =>
    values.includes(value);

/** A whole number that lies between two. */
export const between =
  (least: number, most: number): Choice =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

/** What the specimen asks, or what it would with another document after. */
export const asked = ({ path, after, also = [] }: Specimen, instead: Fields = after): Request => {
  const write = set(path, instead);
  return also.length === 0 ? write : batch(write, ...also);
};

export const specimenCase = (specimen: Specimen): Case => ({
  name: `${specimen.name}, as it is`,
  about: specimen.about,
  as: specimen.as,
  given: specimen.given,
  ask: asked(specimen),
  may: true,
});
