import { inspect } from 'node:util';
import { ABSENT, type Fields, SERVER_TIME } from '#model/effect.ts';

/** A value in Firestore's JSON: https://firebase.google.com/docs/firestore/reference/rest/v1/Value */
export type Value =
  | { readonly nullValue: null }
  | { readonly booleanValue: boolean }
  | { readonly integerValue: string }
  | { readonly doubleValue: number | string }
  | { readonly timestampValue: string }
  | { readonly stringValue: string }
  | { readonly arrayValue: { readonly values?: readonly Value[] } }
  | { readonly mapValue: { readonly fields?: Values } };
export type Values = { readonly [field: string]: Value };

/** A number that is stored as a double though it is whole: JavaScript has no other way to say it. */
export class Double {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}
export const double = (value: number): Double => new Double(value);

/** A time that is reckoned from the moment of asking, in milliseconds. Documents that hold one are written anew for each asking. */
export class Moment {
  readonly offset: number;
  constructor(offset: number) {
    this.offset = offset;
  }
}
/** The same as a number: milliseconds since the epoch. */
export class Epoch extends Moment {}
export const millisecondsIn = (seconds: number): Epoch => new Epoch(seconds * 1_000);

export const ago = (seconds: number): Moment => new Moment(-seconds * 1_000);
export const ahead = (seconds: number): Moment => new Moment(seconds * 1_000);

/** Times that are past and to come whenever they are asked for. Cheaper than {@link ago} and {@link ahead}, where it does not matter by how much. */
export const LONG_AGO = new Date('2024-01-01T00:00:00Z');
export const FAR_OFF = new Date('2099-01-01T00:00:00Z');

/** Stands in a write for a number that the server adds to. */
export class Increment {
  readonly by: number;
  constructor(by: number) {
    this.by = by;
  }
}
export const increment = (by: number): Increment => new Increment(by);

export const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Whether the server works this value out at the write. */
export const isTransform = (value: unknown): value is typeof SERVER_TIME | Increment =>
  value === SERVER_TIME || value instanceof Increment;

/** Whether a time in it is reckoned from the moment of asking. */
export function isTimely(value: unknown): boolean {
  if (value instanceof Moment) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(isTimely);
}

/** Whether the server works out something in it. */
export const hasTransform = (value: unknown): boolean =>
  isTransform(value) || (isMap(value) && Object.values(value).some(hasTransform));

/** A value as Firestore's JSON has it; `now` is the moment of asking, in milliseconds. Throws on what Firestore has no value for. */
export function valueOf(value: unknown, now: number): Value {
  if (value === null) return { nullValue: null };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return numberOf(value);
  if (value instanceof Double) return { doubleValue: value.value };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (value instanceof Epoch) return { integerValue: String(now + value.offset) };
  if (value instanceof Moment) return { timestampValue: new Date(now + value.offset).toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map((item) => valueOf(item, now)) } };
  if (isMap(value)) return { mapValue: { fields: valuesOf(value, now) } };
  throw new Error(`Firestore has no value for ${inspect(value)} here.`);
}

const numberOf = (value: number): Value => {
  if (Number.isSafeInteger(value)) return { integerValue: String(value) };
  return { doubleValue: Number.isFinite(value) ? value : String(value) };
};

/** Fields as Firestore's JSON has them. What the server works out and what is {@link ABSENT} has no value, and is left out. */
export const valuesOf = (fields: Fields, now: number): Values =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== ABSENT && !isTransform(value))
      .map(([name, value]) => [name, valueOf(value, now)]),
  );

/** What Firestore's JSON says, as plain values: times as Dates, whole numbers as numbers. */
export function plain(value: Value): unknown {
  if ('nullValue' in value) return null;
  if ('booleanValue' in value) return value.booleanValue;
  if ('stringValue' in value) return value.stringValue;
  if ('integerValue' in value) return Number(value.integerValue);
  if ('doubleValue' in value) return Number(value.doubleValue);
  if ('timestampValue' in value) return new Date(value.timestampValue);
  if ('arrayValue' in value) return (value.arrayValue.values ?? []).map(plain);
  return plainFields(value.mapValue.fields ?? {});
}

export const plainFields = (values: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
