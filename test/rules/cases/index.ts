import { type Case, distinct } from '../wire/index.ts';
import { inbox } from './inbox.ts';
import { people } from './people.ts';

/** What everybody may and may not: tried by the rules' tests, and on every mutant of the rules. */
export const CASES: readonly Case[] = distinct([...people, ...inbox]);
