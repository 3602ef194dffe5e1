import type { Principal } from './principal.ts';
import type { Documents, Verdict } from './project.ts';
import type { Request } from './request.ts';

/** Something that somebody asks, and whether they may: plain data, for tests and for mutants of the rules alike. */
export type Case = {
  /** A sentence without its full stop, of its own within {@link about}: "a person makes a page of another". */
  readonly name: string;
  /** The collection it is about, as the rules name it: `people`, `messages`. */
  readonly about: string;
  readonly as: Principal;
  /** The documents that are there before, and no others. */
  readonly given?: Documents;
  /** One request; or several, one after the other, of which all but the last are allowed. */
  readonly ask: Request | readonly Request[];
  /** Whether the request, or the last of them, is allowed. */
  readonly may: boolean;
};

const isSeveral = (ask: Case['ask']): ask is readonly Request[] => Array.isArray(ask);

export const stepsOf = ({ ask }: Case): readonly Request[] => (isSeveral(ask) ? ask : [ask]);

/**
 * A word that the rules do not know, for a field, a state or a role too many. Mutants add this word to lists, so a case about
 * something unknown has to use it.
 */
export const STRANGER = 'stranger';

/** Cases that are a case that is allowed, changed in one thing, and denied. The rows are called by that thing: "for somebody else". */
export const but = (
  allowed: Case,
  rows: Readonly<Record<string, Partial<Pick<Case, 'as' | 'given' | 'ask'>>>>,
): Case[] =>
  Object.entries(rows).map(([thing, change]) => ({
    ...allowed,
    ...change,
    name: `${allowed.name}, but ${thing}`,
    may: false,
  }));

/** How a case is called in a report: `people: a person makes a page of another`. */
export const titleOf = ({ about, name }: Case): string => `${about}: ${name}`;

/** How what a case saw, request by request, is other than it should be, in a sentence; nothing where it is not. */
export function disagreementOf(one: Case, seen: readonly Verdict[]): string | undefined {
  const steps = stepsOf(one);
  for (const [index, verdict] of seen.entries()) {
    const should: Verdict = one.may || index < steps.length - 1 ? 'allowed' : 'denied';
    if (verdict === should) continue;
    const which = steps.length > 1 ? `request ${index + 1} of ${steps.length} ` : '';
    return `${titleOf(one)}: ${which}should be ${should} and is ${verdict}`;
  }
  return undefined;
}

/** The cases themselves. Throws where two have one title: a report would not tell which of them it is about. */
export function distinct(cases: readonly Case[]): readonly Case[] {
  const titles = new Set<string>();
  for (const one of cases) {
    if (titles.has(titleOf(one))) throw new Error(`Two cases are called "${titleOf(one)}".`);
    titles.add(titleOf(one));
  }
  return cases;
}
