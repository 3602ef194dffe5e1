import { ERROR, Path, spoilt, UNKNOWN } from './value.ts';

/** Documents by their paths, before the request and after it. */
export type Looking = {
  readonly before: (path: string) => Readonly<Record<string, unknown>> | undefined;
  readonly after: (path: string) => Readonly<Record<string, unknown>> | undefined;
};

/** What a function of the language gives for its one argument. */
export function builtIn(name: string, given: unknown, { before, after }: Looking): unknown {
  const wrong = spoilt(given);
  if (wrong) return wrong;
  const look = name.endsWith('After') ? after : before;
  switch (name) {
    case 'string':
      return typeof given === 'number' || typeof given === 'string' ? String(given) : UNKNOWN;
    case 'get':
    case 'getAfter': {
      if (!(given instanceof Path)) return ERROR;
      const data = look(given.text);
      return data ? { data } : null;
    }
    case 'exists':
    case 'existsAfter':
      return given instanceof Path ? look(given.text) !== undefined : ERROR;
    default:
      return UNKNOWN;
  }
}
