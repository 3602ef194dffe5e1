import type { Fields } from '#model/effect.ts';
import type { Principal } from '../wire/principal.ts';
import type { Request } from '../wire/request.ts';
import { type Documents, differing, same } from './written.ts';

/** One document in one request: who asks, when, what it holds before and after, and what else is there before and after. */
export type Situation = {
  readonly who: Principal;
  readonly time: Date;
  /** The room that the document lies in, or, of a room, itself; empty for the rest. */
  readonly room: string;
  /** The message that it lies under; empty for the rest. */
  readonly message: string;
  readonly id: string;
  readonly before: Fields | undefined;
  readonly after: Fields | undefined;
  readonly was: Documents;
  readonly will: Documents;
};

/** What a list is narrowed down to. */
type Narrowed = Extract<Request, { do: 'list' }>['narrowed'];

/** A list that is asked for. */
export type Asking = Pick<Situation, 'who' | 'room' | 'was'> & { readonly narrowed: Narrowed };

/** Who may, in words, and whether this is such a case. */
export type Clause<Case> = readonly [words: string, may: (one: Case) => boolean];

/** Who may do what with the documents of one collection. What no clause allows is denied. */
export type Collection = {
  readonly get: readonly Clause<Situation>[];
  readonly list: readonly Clause<Asking>[];
  readonly create: readonly Clause<Situation>[];
  readonly update: readonly Clause<Situation>[];
  readonly delete: readonly Clause<Situation>[];
};

/** Whether nothing but these fields changes. */
export const onlyChanges = ({ before, after }: Situation, ...fields: string[]): boolean =>
  differing(before, after).every((field) => fields.includes(field));

/** Whether a document has no other fields. */
export const onlyHas = (fields: Fields, ...names: string[]): boolean =>
  Object.keys(fields).every((name) => names.includes(name));

/** Whether it is the server's own time of this request. */
export const isNow = ({ time }: Situation, value: unknown): boolean => same(value, time);

/** Whether more seconds than these have gone by since a moment. */
export const hasPassed = ({ time }: { time: Date }, since: unknown, seconds: number): boolean =>
  since instanceof Date && time.getTime() > since.getTime() + seconds * 1_000;

/** Seconds by which Slack's clock may be ahead of ours. */
const AHEAD_SECONDS = 300;

/** Whether a time that Slack tells is not to come, as far as two clocks agree. */
export const isByNow = ({ time }: Situation, told: unknown): boolean =>
  told instanceof Date && told.getTime() <= time.getTime() + AHEAD_SECONDS * 1_000;

/** Whether everything that a list can bring has this value there. */
export const brings = ({ narrowed }: Asking, field: string, value: unknown): boolean =>
  (narrowed.where ?? []).some(
    ([name, operator, one]) =>
      name === field &&
      ((operator === '==' && same(one, value)) ||
        (operator === 'in' && Array.isArray(one) && one.every((each) => same(each, value)))),
  );

/** Whether a list says that it wants no more than so many, and skips none: what is skipped is read too. */
export const isShort = ({ narrowed: { limit, offset = 0 } }: Asking, most: number): boolean =>
  limit !== undefined && limit <= most && offset === 0;
