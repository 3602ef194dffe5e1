import type { Fields } from '#model/effect.ts';

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What stands at a dotted name. */
export const at = (fields: Fields, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isMap(value) ? value[name] : undefined), fields);

/** The fields with another value at a dotted name, or none. */
export function withAt(fields: Fields, path: string, value: unknown): Fields {
  const [name = '', ...rest] = path.split('.');
  const there = fields[name];
  if (rest.length > 0) return { ...fields, [name]: withAt(isMap(there) ? there : {}, rest.join('.'), value) };
  if (value !== undefined) return { ...fields, [name]: value };
  return Object.fromEntries(Object.entries(fields).filter(([one]) => one !== name));
}
