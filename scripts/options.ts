import { parseArgs } from 'node:util';
import { UserError } from './user-error.ts';

/** The whole numbers, from 1 on, that were given under these names: `--name 3`. Throws a UserError for anything else. */
export function wholeNumbers<Name extends string>(
  args: string[],
  names: readonly Name[],
): Partial<Record<Name, number>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, tokens } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') throw unknown(token.value, names);
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) throw unknown(token.rawName, names);
  }
  const numbers: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = values[name];
    if (value !== undefined) numbers[name] = whole(name, value);
  }
  return numbers;
}

const unknown = (given: string, names: readonly string[]) =>
  new UserError(`"${given}" is not understood: there are ${names.map((name) => `--${name}`).join(', ')}.`);

/** `given` is no text where nothing follows the name. */
function whole(name: string, given: unknown): number {
  const text = typeof given === 'string' ? given : '';
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new UserError(`--${name} is "${text}": it must be a whole number from 1 on.`);
}
