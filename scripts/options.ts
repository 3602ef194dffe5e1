import { parseArgs } from 'node:util';
import { UserError } from './user-error.ts';

/** What was given under these names, `--name words`; empty where nothing follows a name. Throws a UserError for anything else. */
export function given<Name extends string>(
  args: string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
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
  const words: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (value !== undefined) words[name] = typeof value === 'string' ? value : '';
  }
  return words;
}

/** The whole numbers, from 1 on, that were given under these names: `--name 3`. Throws a UserError for anything else. */
export function wholeNumbers<Name extends string>(
  args: string[],
  names: readonly Name[],
): Partial<Record<Name, number>> {
  return asNumbers(given(args, names));
}

/** What was given, as whole numbers from 1 on. */
export function asNumbers<Name extends string>(
  words: Partial<Record<Name, string>>,
): Partial<Record<Name, number>> {
  const numbers: Partial<Record<Name, number>> = {};
  for (const name in words) {
    const text = words[name];
    if (text !== undefined) numbers[name] = whole(name, text);
  }
  return numbers;
}

const unknown = (word: string, names: readonly string[]) =>
  new UserError(`"${word}" is not understood: there are ${names.map((name) => `--${name}`).join(', ')}.`);

function whole(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new UserError(`--${name} is "${text}": it must be a whole number from 1 on.`);
}
