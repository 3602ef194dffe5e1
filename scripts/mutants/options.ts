import { parseArgs } from 'node:util';
import { UserError } from '../user-error.ts';
import type { Choice } from './choose.ts';

export type Options = Choice & { readonly json: boolean };

/** `--about people,inbox`, `--sample 200`, `--seed 7`, `--json`. A seed is made up where none is given. */
export function optionsOf(args: readonly string[]): Options {
  const { about, sample, seed, json = false } = parsed(args);
  return {
    json,
    seed: seed === undefined ? Math.floor(Math.random() * 1_000_000) : whole('--seed', seed),
    ...(about ? { about: about.flatMap((names) => names.split(',')) } : {}),
    ...(sample === undefined ? {} : { sample: whole('--sample', sample) }),
  };
}

function parsed(args: readonly string[]) {
  try {
    const options = {
      about: { type: 'string', multiple: true },
      sample: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function whole(name: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new UserError(`${name} is "${text}", and has to be a whole number.`);
}
