import type { Effect, Fields } from '#model/effect.ts';

/** A write of one document. The creations and updates that components yield are such. */
export type Write =
  | Extract<Effect, { do: 'create' | 'update' }>
  | { readonly do: 'set'; readonly path: string; readonly fields: Fields }
  | { readonly do: 'delete'; readonly path: string };

type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not-in' | 'array-contains';

/** What narrows a list down. */
export type Narrowed = {
  readonly where?: readonly (readonly [field: string, operator: Operator, value: unknown])[];
  /** Fields in their order, `-` before a field that runs backwards. */
  readonly orderBy?: readonly string[];
  /** Values of the fields of `orderBy` after which it begins. */
  readonly startAfter?: readonly unknown[];
  readonly limit?: number;
  readonly offset?: number;
};

/** What somebody asks of Firestore. */
export type Request =
  | Write
  | { readonly do: 'get'; readonly path: string }
  | { readonly do: 'list'; readonly collection: string; readonly group: boolean; readonly narrowed: Narrowed }
  | { readonly do: 'batch'; readonly writes: readonly Write[] };

export const get = (path: string): Request => ({ do: 'get', path });

/** The documents of the collection at a path. */
export const list = (collection: string, narrowed: Narrowed = {}): Request => ({
  do: 'list',
  collection,
  group: false,
  narrowed,
});

/** The documents of all collections of this name, wherever they are. */
export const listGroup = (collection: string, narrowed: Narrowed = {}): Request => ({
  do: 'list',
  collection,
  group: true,
  narrowed,
});

/** Writes a document that must not be there yet. */
export const create = (path: string, fields: Fields): Write => ({ do: 'create', path, fields });

/** Writes a document whole, whether or not it is there: what `setDoc` does. The rules take it for a creation or an update. */
export const set = (path: string, fields: Fields): Write => ({ do: 'set', path, fields });

/** Changes the named fields of a document that must be there; dotted names reach into maps. */
export const update = (path: string, fields: Fields): Write => ({ do: 'update', path, fields });

export const remove = (path: string): Write => ({ do: 'delete', path });

/** Several writes that are done together or not at all. */
export const batch = (...writes: readonly Write[]): Request => ({ do: 'batch', writes });

/** The writes of a request; none for one that reads. */
export function writesOf(request: Request): readonly Write[] {
  if (request.do === 'batch') return request.writes;
  return request.do === 'get' || request.do === 'list' ? [] : [request];
}
