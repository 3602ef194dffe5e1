/** Stands in a document for the server's time of the write. */
export const SERVER_TIME = Symbol('server time');

/** Stands in an update for a field that is to be taken away. */
export const ABSENT = Symbol('absent');

/** Stands in an update for the number that was there, and one more. */
export const INCREMENT = Symbol('increment');

/** The fields to be written: plain values, Dates, {@link SERVER_TIME}; in an update also dotted names, {@link ABSENT} and {@link INCREMENT}. */
export type Fields = { readonly [field: string]: unknown };

/** What the stand-ins are called by some SDK. */
export type Terms = { readonly serverTime: unknown; readonly absent: unknown; readonly increment: unknown };

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function valueIn(terms: Terms, value: unknown): unknown {
  if (value === SERVER_TIME) return terms.serverTime;
  if (value === ABSENT) return terms.absent;
  if (value === INCREMENT) return terms.increment;
  if (Array.isArray(value)) return value.map((one) => valueIn(terms, one));
  return isMap(value) ? fieldsIn(terms, value) : value;
}

/** The fields with an SDK's own values in the place of the stand-ins. */
export const fieldsIn = (terms: Terms, fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueIn(terms, value)]));

/** A change of a document that is there. */
export type Update = { readonly path: string; readonly fields: Fields };

/** What a component asks to be done. */
export type Effect =
  | { readonly do: 'create'; readonly path: string; readonly fields: Fields }
  | { readonly do: 'update'; readonly path: string; readonly fields: Fields }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'together'; readonly updates: readonly Update[] }
  | { readonly do: 'enqueue'; readonly queue: string; readonly job: Fields };

/** What came of it: `exists` is a creation that somebody else made before. A refusal is thrown into the component as {@link Refused}. */
export type Outcome = 'done' | 'exists';

/** A component at work: it yields effects, and is given what came of each before it goes on. */
export type Work<Result = void> = AsyncGenerator<Effect, Result, Outcome>;

/** Creates a document; never changes one that is there. */
export const create = (path: string, fields: Fields): Effect => ({ do: 'create', path, fields });

/** Changes the named fields of a document that is there. */
export const update = (path: string, fields: Fields): Effect => ({ do: 'update', path, fields });

/** Takes a document away; one that is not there is no matter. */
export const remove = (path: string): Effect => ({ do: 'remove', path });

/** Changes several documents that are there: all of them, or none. */
export const together = (...updates: readonly Update[]): Effect => ({
  do: 'together',
  updates: updates.map(({ path, fields }) => ({ path, fields })),
});

/** Puts a job on the queue of a component. Delivered at least once. */
export const enqueue = (queue: string, job: Fields): Effect => ({ do: 'enqueue', queue, job });

const placesOf = (effect: Effect): string => {
  if (effect.do === 'enqueue') return effect.queue;
  return effect.do === 'together' ? effect.updates.map(({ path }) => path).join(', ') : effect.path;
};

/** The rules refused an effect. Final: trying again would be refused again. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly effect: string;
  constructor(effect: Effect, options?: ErrorOptions) {
    super(`The rules refused to ${effect.do} ${placesOf(effect)}.`, options);
    this.effect = effect.do;
  }
}

/** The job cannot be done now and has to come again: the queue keeps it. */
export class Later extends Error {
  override readonly name = 'Later';
}
