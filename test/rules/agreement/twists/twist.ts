import type { Fields } from '#model/effect.ts';
import { withAt } from '../../fields/place.ts';
import type { Write } from '../../wire/request.ts';
import type { Dice } from '../dice.ts';
import type { Scenario } from '../scenario.ts';

/** A scenario with one thing otherwise. It is always the same thing: what chance decided is decided. */
export type Twist = { readonly what: string; readonly on: (scenario: Scenario) => Scenario };

/** Decides on a twist of this kind; on none where the scenario has nothing to be twisted so. */
export type Kind = (dice: Dice, scenario: Scenario) => Twist | undefined;

export const withWrites = (scenario: Scenario, writes: readonly Write[]): Scenario => {
  const [only, ...more] = writes;
  if (!only) return scenario;
  return { ...scenario, request: more.length === 0 ? only : { do: 'batch', writes } };
};
export const withDocument = (scenario: Scenario, path: string, fields: Fields | undefined): Scenario => {
  const { [path]: _, ...others } = scenario.given;
  return { ...scenario, given: fields ? { ...others, [path]: fields } : others };
};
/** `name` may reach into a map; in an update it may also be a dotted name as it stands there. */
export const withField = (fields: Fields, name: string, value: unknown): Fields => {
  if (!(name in fields)) return withAt(fields, name, value);
  const { [name]: _, ...others } = fields;
  return value === undefined ? others : { ...others, [name]: value };
};

/** The names of all fields, those in maps after the map's. */
export const namesIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
      ? [name, ...Object.keys(value).map((inner) => `${name}.${inner}`)]
      : [name],
  );
/** A value in a few letters. */
export const label = (value: unknown): string =>
  (typeof value === 'symbol' ? String(value) : (JSON.stringify(value) ?? 'nothing')).slice(0, 60);
