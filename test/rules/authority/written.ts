import { isDeepStrictEqual } from 'node:util';
import { ABSENT, type Fields, INCREMENT, SERVER_TIME } from '#model/effect.ts';
import { type Request, type Write, writesOf } from '../wire/request.ts';

/** The documents that are there, by path. */
export type Documents = { get(path: string): Fields | undefined };

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function valueOf(value: unknown, there: unknown, time: Date): unknown {
  if (value === SERVER_TIME) return time;
  if (value === INCREMENT) return typeof there === 'number' ? there + 1 : 1;
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== ABSENT)
      .map(([name, inner]) => [name, valueOf(inner, undefined, time)]),
  );
}

function withField(
  fields: Fields,
  [name = '', ...rest]: readonly string[],
  value: unknown,
  time: Date,
): Fields {
  const there = fields[name];
  if (rest.length > 0) return { ...fields, [name]: withField(isMap(there) ? there : {}, rest, value, time) };
  if (value !== ABSENT) return { ...fields, [name]: valueOf(value, there, time) };
  return Object.fromEntries(Object.entries(fields).filter(([one]) => one !== name));
}

/** What a document holds after a write at that time; nothing after its deletion. */
export function written(there: Fields | undefined, write: Write, time: Date): Fields | undefined {
  if (write.do === 'delete') return undefined;
  if (write.do !== 'update') return valueOf(write.fields, undefined, time) as Fields;
  return Object.entries(write.fields).reduce<Fields>(
    (fields, [name, value]) => withField(fields, name.split('.'), value, time),
    there ?? {},
  );
}

/** The documents after all the writes of a request, done together. */
export function documentsAfter(documents: Documents, request: Request, time: Date): Documents {
  const changed = new Map<string, Fields | undefined>();
  const get = (path: string) => (changed.has(path) ? changed.get(path) : documents.get(path));
  for (const write of writesOf(request)) changed.set(write.path, written(get(write.path), write, time));
  return { get };
}

/** Whether two values say the same. */
export const same = isDeepStrictEqual;

/** The fields in which two states of a document differ. */
export const differing = (a: Fields = {}, b: Fields = {}): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !same(a[name], b[name]));
