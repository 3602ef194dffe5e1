import { deleteApp, initializeApp } from 'firebase/app';
import { connectFirestoreEmulator, type Firestore, getFirestore, setLogLevel } from 'firebase/firestore/lite';
import * as v from 'valibot';
import type { Request } from '../wire/index.ts';
import { plain, type Value } from '../wire/value.ts';

const OPERATORS = {
  EQUAL: '==',
  IN: 'in',
  ARRAY_CONTAINS: 'array-contains',
  LESS_THAN: '<',
  LESS_THAN_OR_EQUAL: '<=',
  GREATER_THAN: '>',
} as const;

const Filter = v.object({
  fieldFilter: v.object({
    field: v.object({ fieldPath: v.string() }),
    op: v.picklist(Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]),
    value: v.custom<Value>((value) => typeof value === 'object' && value !== null),
  }),
});
const Where = v.union([v.object({ compositeFilter: v.object({ filters: v.array(Filter) }) }), Filter]);
/** What the SDK sends to `runQuery`. https://firebase.google.com/docs/firestore/reference/rest/v1/StructuredQuery */
const Sent = v.object({
  structuredQuery: v.object({
    from: v.tuple([v.object({ collectionId: v.string(), allDescendants: v.optional(v.boolean(), false) })]),
    where: v.optional(Where),
    orderBy: v.optional(
      v.array(v.object({ field: v.object({ fieldPath: v.string() }), direction: v.optional(v.string()) })),
    ),
    limit: v.optional(v.union([v.number(), v.object({ value: v.number() })])),
  }),
});
const Got = v.object({ documents: v.tuple([v.string()]) });

const ROOT = /^.*\/documents\/?/;

function requestOf(url: string, body: unknown): Request {
  if (url.endsWith(':batchGet'))
    return { do: 'get', path: v.parse(Got, body).documents[0].replace(ROOT, '') };
  const { from, where, orderBy, limit } = v.parse(Sent, body).structuredQuery;
  const parent = url.replace(ROOT, '').replace(/:runQuery$/, '');
  const filters =
    where === undefined ? [] : 'compositeFilter' in where ? where.compositeFilter.filters : [where];
  return {
    do: 'list',
    collection: [parent, from[0].collectionId].filter(Boolean).join('/'),
    group: from[0].allDescendants,
    narrowed: {
      where: filters.map(
        ({ fieldFilter: { field, op, value } }) => [field.fieldPath, OPERATORS[op], plain(value)] as const,
      ),
      ...(orderBy && {
        orderBy: orderBy.map(({ field, direction }) =>
          direction === 'DESCENDING' ? `-${field.fieldPath}` : field.fieldPath,
        ),
      }),
      ...(limit !== undefined && { limit: typeof limit === 'number' ? limit : limit.value }),
    },
  };
}

/** What a read really asks of Firestore: the SDK's own request, which goes nowhere. */
export async function recorded(read: (firestore: Firestore) => Promise<unknown>): Promise<Request> {
  setLogLevel('silent');
  const app = initializeApp({ projectId: 'demo-recorded', apiKey: 'none' }, 'recorded');
  const firestore = getFirestore(app);
  connectFirestoreEmulator(firestore, '127.0.0.1', 1);
  const { fetch } = globalThis;
  const asked: Request[] = [];
  globalThis.fetch = (url, options) => {
    // The SDK asks by text alone.
    if (typeof url !== 'string' || typeof options?.body !== 'string') throw new Error('This is not the SDK.');
    asked.push(requestOf(decodeURIComponent(new URL(url).pathname), JSON.parse(options.body)));
    return Promise.resolve(new Response('[]'));
  };
  let failure: unknown;
  try {
    await read(firestore);
  } catch (error) {
    // What a read makes of nothing is of no interest, as long as it has asked.
    failure = error;
  } finally {
    globalThis.fetch = fetch;
    await deleteApp(app);
  }
  const [request, ...more] = asked;
  if (!request || more.length > 0)
    throw new Error(`${asked.length} requests were made, not one.`, { cause: failure });
  return request;
}
