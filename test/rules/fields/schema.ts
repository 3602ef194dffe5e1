import * as v from 'valibot';

/** A field of a document, as the model has it. Names of fields inside of maps are dotted. */
export type Field = { readonly path: string; readonly kind: Kind; readonly options: readonly unknown[] };
export type Kind = 'string' | 'number' | 'boolean' | 'date' | 'picklist' | 'array' | 'map';

const Entries = v.looseObject({ entries: v.record(v.string(), v.unknown()) });
const Optional = v.looseObject({ type: v.literal('optional'), wrapped: v.unknown() });
const Typed = v.looseObject({ type: v.string(), options: v.optional(v.array(v.unknown()), []) });

const KINDS: Readonly<Record<string, Kind>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  picklist: 'picklist',
  array: 'array',
  strict_object: 'map',
};

/** All fields of a schema of the model, maps before what is in them. Throws on a schema that it does not know. */
export function fieldsOf(schema: unknown, within = ''): Field[] {
  return Object.entries(v.parse(Entries, schema).entries).flatMap(([name, field]) => {
    const inner = v.is(Optional, field) ? field.wrapped : field;
    const { type, options } = v.parse(Typed, inner);
    const kind = KINDS[type];
    const path = within + name;
    if (!kind) throw new Error(`${path} is a ${type}, of which there are no variations.`);
    const here: Field = { path, kind, options };
    return kind === 'map' ? [here, ...fieldsOf(inner, `${path}.`)] : [here];
  });
}
