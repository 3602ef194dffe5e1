/** Mutants of the rules that are no other rules, by id, each with the reason: `npm run test:mutants` prints the ids. */
export const EQUIVALENT: Readonly<Record<string, string>> = {};
