import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storeOf } from '../../functions/bindings/store.ts';
import { READS } from '../rules/queries/components.ts';
import { recorded } from '../rules/queries/recorded.ts';
import { WEB } from '../rules/queries/web.ts';
import type { Request } from '../rules/wire/index.ts';

type List = Extract<Request, { do: 'list' }>;
type Scope = 'COLLECTION' | 'COLLECTION_GROUP';
type Order = { readonly fieldPath: string; readonly order: string };
type Declared = {
  readonly indexes: readonly {
    readonly collectionGroup: string;
    readonly queryScope: Scope;
    readonly fields: readonly Order[];
  }[];
  readonly fieldOverrides: readonly {
    readonly collectionGroup: string;
    readonly fieldPath: string;
    readonly indexes: readonly { readonly order: string; readonly queryScope: Scope }[];
  }[];
};

const file = join(import.meta.dirname, '../../firestore.indexes.json');
const declared = JSON.parse(readFileSync(file, 'utf8')) as Declared;

const RANGES = ['<', '<=', '>', '>='];
const orderOf = (field: string): Order =>
  field.startsWith('-')
    ? { fieldPath: field.slice(1), order: 'DESCENDING' }
    : { fieldPath: field, order: 'ASCENDING' };
const collectionOf = ({ collection }: List) => collection.split('/').at(-1) ?? '';
const scopeOf = ({ group }: List): Scope => (group ? 'COLLECTION_GROUP' : 'COLLECTION');

/**
 * What a query needs of Firestore's indexes: `single` fields, which have one of their own, and an index over several. Equalities alone are
 * served by merging single ones. https://firebase.google.com/docs/firestore/query-data/index-overview
 */
function needsOf({ narrowed }: List): { single: readonly Order[]; several?: string } {
  const { where = [], orderBy = [] } = narrowed;
  const fieldsOf = (isMeant: (operator: string) => boolean) => [
    ...new Set(where.filter(([, operator]) => isMeant(operator)).map(([field]) => field)),
  ];
  const equal = fieldsOf((operator) => !RANGES.includes(operator));
  const ranged = fieldsOf((operator) => RANGES.includes(operator));
  // Each index ends with the document's name by itself.
  const sorted = orderBy.filter((field) => !field.endsWith('__name__'));
  const order = (sorted.length > 0 ? sorted : ranged).map(orderOf);
  if (order.length === 0) return { single: equal.map(orderOf) };
  if (equal.length === 0 && order.length === 1) return { single: order };
  return { single: [], several: told(equal.map(orderOf), order) };
}

/** The fields that are equal to something come first, in any order. */
const told = (equal: readonly Order[], order: readonly Order[]): string =>
  [
    ...equal.map(({ fieldPath }) => fieldPath).sort(),
    ...order.map((one) => `${one.fieldPath} ${one.order}`),
  ].join(', ');

/** Whether a field has an index of its own there: each has two in its collection, unless it says otherwise, and none beyond. */
function isSingle(collection: string, scope: Scope, { fieldPath, order }: Order): boolean {
  const own = declared.fieldOverrides.find(
    (one) => one.collectionGroup === collection && one.fieldPath === fieldPath,
  );
  if (!own) return scope === 'COLLECTION';
  return own.indexes.some((one) => one.queryScope === scope && one.order === order);
}

const isList = (request: Request): request is List => request.do === 'list';
const lists: (readonly [string, List])[] = [];
for (const listing of Object.values(WEB).flat())
  if (isList(listing.request)) lists.push([listing.name, listing.request]);
for (const [name, { read }] of Object.entries(READS)) {
  const request = await recorded((firestore) => read(storeOf((act) => act(firestore))));
  if (isList(request)) lists.push([name, request]);
}
const wanted = lists.flatMap(([name, list]) => {
  const { several } = needsOf(list);
  return several === undefined ? [] : [{ name, list, several }];
});

/** A declared index, as a query that has so many equalities would ask for it. */
const readAs = ({ fields }: Declared['indexes'][number], equal: number): string =>
  told(fields.slice(0, equal), fields.slice(equal));
const serves = (index: Declared['indexes'][number], list: List, several: string): boolean =>
  index.collectionGroup === collectionOf(list) &&
  index.queryScope === scopeOf(list) &&
  index.fields.some((_, equal) => readAs(index, equal) === several);

describe('firestore.indexes.json, which the emulator does not ask for', () => {
  it.each(lists)('has what this needs: %s', (_, list) => {
    const { single, several } = needsOf(list);
    const [collection, scope] = [collectionOf(list), scopeOf(list)];
    const lacks = single
      .filter((field) => !isSingle(collection, scope, field))
      .map(({ fieldPath }) => fieldPath);
    if (several !== undefined && !declared.indexes.some((index) => serves(index, list, several)))
      lacks.push(several);
    expect(lacks).toEqual([]);
  });

  it('has one index for each order, not several', () => {
    for (const { list, several } of wanted)
      expect(declared.indexes.filter((index) => serves(index, list, several))).toHaveLength(1);
  });

  it.each(
    declared.indexes.map(
      (index) =>
        [
          index.collectionGroup,
          index.fields.map((one) => `${one.fieldPath} ${one.order}`).join(', '),
          index,
        ] as const,
    ),
  )('has nothing in vain: %s by %s', (_, __, index) => {
    expect(
      wanted.filter(({ list, several }) => serves(index, list, several)).map(({ name }) => name),
    ).not.toEqual([]);
  });
});
