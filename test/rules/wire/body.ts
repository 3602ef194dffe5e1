import { ABSENT, type Fields, SERVER_TIME } from '#model/effect.ts';
import type { Narrowed, Write } from './request.ts';
import { Increment, isMap, isTransform, type Value, type Values, valueOf, valuesOf } from './value.ts';

/** A field's path as Firestore writes it: names that are no identifiers in backticks. */
const fieldPath = (names: readonly string[]): string =>
  names
    .map((name) => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replace(/[\\`]/g, '\\$&')}\``))
    .join('.');

/** What the server works out, wherever it stands in the fields. */
function transformsOf(fields: Fields, now: number, within: readonly string[] = []): object[] {
  return Object.entries(fields).flatMap(([name, value]): object[] => {
    const names = [...within, name];
    if (value === SERVER_TIME) return [{ fieldPath: fieldPath(names), setToServerValue: 'REQUEST_TIME' }];
    if (value instanceof Increment)
      return [{ fieldPath: fieldPath(names), increment: valueOf(value.by, now) }];
    return isMap(value) ? transformsOf(value, now, names) : [];
  });
}

/** A write as Firestore's commit takes it: https://firebase.google.com/docs/firestore/reference/rest/v1/Write */
export function writeBody(write: Write, documents: string, now: number): object {
  const name = `${documents}/${write.path}`;
  if (write.do === 'delete') return { delete: name };
  if (write.do === 'update') return updateBody(name, write.fields, now);
  if (Object.values(write.fields).includes(ABSENT)) throw new Error(`${write.path}: ABSENT is for updates.`);
  return {
    update: { name, fields: valuesOf(write.fields, now) },
    updateTransforms: transformsOf(write.fields, now),
    ...(write.do === 'create' ? { currentDocument: { exists: false } } : {}),
  };
}

function updateBody(name: string, fields: Fields, now: number): object {
  const named = Object.entries(fields).map(([dotted, value]) => ({ names: dotted.split('.'), value }));
  let values: Values = {};
  for (const { names, value } of named)
    if (value !== ABSENT && !isTransform(value)) values = placed(values, names, valueOf(value, now));
  return {
    update: { name, fields: values },
    updateMask: {
      fieldPaths: named.filter(({ value }) => !isTransform(value)).map(({ names }) => fieldPath(names)),
    },
    updateTransforms: named.flatMap(({ names, value }) => {
      const last = names.at(-1) ?? '';
      return transformsOf({ [last]: value }, now, names.slice(0, -1));
    }),
    currentDocument: { exists: true },
  };
}

function placed(values: Values, [name = '', ...rest]: readonly string[], value: Value): Values {
  if (rest.length === 0) return { ...values, [name]: value };
  const there = values[name];
  const inner = there && 'mapValue' in there ? (there.mapValue.fields ?? {}) : {};
  return { ...values, [name]: { mapValue: { fields: placed(inner, rest, value) } } };
}

/** Firestore's names of the operators: https://firebase.google.com/docs/firestore/reference/rest/v1/StructuredQuery#operator_1 */
const OPERATORS = {
  '==': 'EQUAL',
  '!=': 'NOT_EQUAL',
  '<': 'LESS_THAN',
  '<=': 'LESS_THAN_OR_EQUAL',
  '>': 'GREATER_THAN',
  '>=': 'GREATER_THAN_OR_EQUAL',
  in: 'IN',
  'not-in': 'NOT_IN',
  'array-contains': 'ARRAY_CONTAINS',
} as const;

/** A query as Firestore's runQuery takes it. `collection` is the last name of the collection's path. */
export function queryBody(collection: string, group: boolean, narrowed: Narrowed, now: number): object {
  const { where = [], orderBy = [], startAfter, limit, offset } = narrowed;
  const filters = where.map(([field, operator, value]) => ({
    fieldFilter: { field: { fieldPath: field }, op: OPERATORS[operator], value: valueOf(value, now) },
  }));
  const order = orderBy.map((field) => ({
    field: { fieldPath: field.replace(/^-/, '') },
    direction: field.startsWith('-') ? 'DESCENDING' : 'ASCENDING',
  }));
  return {
    from: [{ collectionId: collection, allDescendants: group }],
    ...(filters.length > 0 ? { where: { compositeFilter: { op: 'AND', filters } } } : {}),
    ...(order.length > 0 ? { orderBy: order } : {}),
    ...(startAfter
      ? { startAt: { values: startAfter.map((value) => valueOf(value, now)), before: false } }
      : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  };
}
