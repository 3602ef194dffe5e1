import { type Fields, SERVER_TIME } from '#model/effect.ts';
import { written } from '../authority/written.ts';
import type { Specimen } from '../specimens/specimen.ts';
import { FAR_OFF, LONG_AGO, STRANGER } from '../wire/index.ts';
import { at, withAt } from './place.ts';
import { type Field, fieldsOf, type Kind } from './schema.ts';

/** The document of a specimen with one field otherwise. `path` is that field, dotted; `what` says how it is. */
export type Variation = { readonly path: string; readonly what: string; readonly after: Fields };

/** A value of each kind, for a field of any kind. */
const OF_ALL_KINDS = [null, 'text', 7, {}, 1.5, true, [], LONG_AGO];
/** Those of them, and of its own kind, that a fixed field is tried with. */
const SOME = 4;

/** Values of the right kind that lie at some limit of the model, or next to it, or are right for another field. */
const OF_THIS_KIND: Readonly<Record<Kind, readonly unknown[]>> = {
  string: [
    '',
    'clara',
    ' \n',
    '\u3000\u00a0',
    '\u001f',
    'C2',
    'T1-U2',
    'T2-U2',
    '1700000000.000300',
    'https://example.org/x',
    'http://example.org/x',
    'javascript:alert(1)',
  ],
  number: [-1, 0, 1, 2, 3, 4, 5, 6, 20, 21, 60, 61, 500, 501, 3_600, 3_601, 1e12],
  boolean: [true, false],
  date: [SERVER_TIME, new Date(LONG_AGO.getTime() - 60_000), new Date(LONG_AGO.getTime() + 30_000), FAR_OFF],
  picklist: [STRANGER, ''],
  array: [
    ['clara'],
    ['olga', 'oscar', 'clara'],
    ['olga'],
    [7],
    ['1700000000.000200', '1700000000.000300'],
    ['1700000000.000200', 1.000_123],
    Array.from({ length: 11 }, (_, nth) => `u${nth}`),
  ],
  map: [],
};

/** Characters that every field of free text takes, and more than any does. */
const SHORT = 40;
const ENDLESS = 1_000_000;

/** Texts as long as the model's guard takes them there, and by one longer; none where it takes no such text at all. */
function longest({ after, guard }: Specimen, path: string): string[] {
  const takes = (letter: string, length: number) =>
    guard(atTime(withAt(after, path, letter.repeat(length)))).ok;
  // A letter is up to three bytes, and an event's body about as long as a document may be.
  const letter = takes('A', ENDLESS / 10) ? 'A' : ['あ', 'A'].find((one) => takes(one, SHORT));
  if (!letter) return [];
  let [least, most] = [SHORT, SHORT * 2];
  while (most < ENDLESS && takes(letter, most)) [least, most] = [most, most * 2];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (takes(letter, middle)) least = middle;
    else most = middle;
  }
  return [letter.repeat(least), letter.repeat(most)];
}

/** The fields as they would be if they were written now. */
export const atTime = (fields: Fields, time = new Date()): Fields =>
  written(undefined, { do: 'set', path: '', fields }, time) ?? {};

const label = (value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (value === SERVER_TIME) return 'is now';
  const text = JSON.stringify(value);
  return text.length > 60 ? `is ${text.slice(0, 10)}… of ${text.length - 2}` : `is ${text}`;
};

/** All that might be chosen for a field that is to be chosen; of one that is fixed, some. */
const valuesFor = (specimen: Specimen, { path, kind, options }: Field): readonly unknown[] => {
  const there = at(specimen.after, path);
  const next = typeof there === 'number' ? [there - 1, there + 1] : [];
  const own = [...next, ...options, ...OF_THIS_KIND[kind]];
  if (!specimen.free?.[path]) return [undefined, ...OF_ALL_KINDS.slice(0, SOME), ...own.slice(0, SOME)];
  return [undefined, ...OF_ALL_KINDS, ...own, ...(kind === 'string' ? longest(specimen, path) : [])];
};

/** Every variation of a specimen: each field of its schema in all ways, and fields that are not in it. */
export function variationsOf(specimen: Specimen, schema: unknown): Variation[] {
  const { after } = specimen;
  const fields = fieldsOf(schema);
  const maps = fields.filter(({ path, kind }) => kind === 'map' && at(after, path) !== undefined);
  const more = ['', ...maps.map(({ path }) => `${path}.`)].flatMap((within) => [
    { path: `${within}${STRANGER}`, what: 'is there', after: withAt(after, `${within}${STRANGER}`, 'x') },
    { path: `${within}component`, what: 'is there', after: withAt(after, `${within}component`, 'reply') },
  ]);
  // DeadLetter has a `component` of its own.
  const unknown = more.filter(({ path }) => !fields.some((field) => field.path === path));
  const known = fields.flatMap((field) => {
    const there = label(at(after, field.path));
    const byLabel = new Map(valuesFor(specimen, field).map((value) => [label(value), value]));
    byLabel.delete(there);
    return [...byLabel].map(([what, value]) => ({
      path: field.path,
      what,
      after: withAt(after, field.path, value),
    }));
  });
  return [...known, ...unknown];
}

/** Whether it is allowed: the field is one that the actor may choose, so, and the model's guard takes the document. */
export function isTaken({ guard, free = {} }: Specimen, { path, after }: Variation): boolean {
  const fields = atTime(after);
  return guard(fields).ok && free[path]?.(at(fields, path), fields) === true;
}
