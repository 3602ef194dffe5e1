import { parseArgs } from 'node:util';
import { UserError } from './user-error.ts';

/** The whole numbers, from 1 on, that were given under these names: `--name 3`. Throws a UserError for anything else. */
export function wholeNumbers<Name extends string>(
  args: string[],
  names: readonly Name[],
): Partial<Record<Name, number>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args, options });
  const numbers: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = values[name];
    if (value !== undefined) numbers[name] = whole(name, value);
  }
  return numbers;
}

function whole(name: string, value: unknown): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new UserError(`--${name} is "${String(value)}": it must be a whole number from 1 on.`);
}
