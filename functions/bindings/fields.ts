import { deleteField, serverTimestamp } from 'firebase/firestore/lite';
import { ABSENT, type Fields, SERVER_TIME } from '../model/effect.ts';

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What a component wants written, in Firestore's terms. */
export function stored(value: unknown): unknown {
  if (value === SERVER_TIME) return serverTimestamp();
  if (value === ABSENT) return deleteField();
  if (Array.isArray(value)) return value.map(stored);
  if (isMap(value)) return storedFields(value);
  return value;
}

export const storedFields = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, stored(value)]));

/** What Firestore holds, in the model's terms: timestamps of any SDK become Dates. */
export function read(value: unknown): unknown {
  if (isTimestamp(value)) return value.toDate();
  if (Array.isArray(value)) return value.map(read);
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, read(field)]));
  return value;
}

const isTimestamp = (value: unknown): value is { toDate(): Date } =>
  typeof value === 'object' && value !== null && 'toDate' in value && typeof value.toDate === 'function';
