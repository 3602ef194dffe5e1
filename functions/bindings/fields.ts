import { deleteField, increment, serverTimestamp } from 'firebase/firestore/lite';
import { type Fields, fieldsIn } from '../model/effect.ts';

const terms = { serverTime: serverTimestamp(), absent: deleteField(), increment: increment(1) };

/** What a component wants written, in Firestore's terms. */
export const storedFields = (fields: Fields): Record<string, unknown> => fieldsIn(terms, fields);

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

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
