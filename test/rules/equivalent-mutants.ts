const NO_AFTER = 'a deletion leaves no document behind, and the condition asks about it';

/** Mutants of the rules that are no other rules, by id, each with the reason: `npm run test:mutants` prints the ids. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'people allow create,update 1:13 widen-operation write': NO_AFTER,
  'inbox allow update 1:13 widen-operation write': `${NO_AFTER}; a creation has no prior state`,
  'inbox allow create 8:12 drop-is': 'only a timestamp can be later than the time of the request',
};
