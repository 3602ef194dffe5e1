import { asEntry } from '#model/entry.ts';
import { memberPath } from '#model/member.ts';
import type { Clause, Collection, Situation } from './situation.ts';
import { isPerson, uid } from './who.ts';

/** Whether somebody is not inside and will be. */
export const isComing = ({ room, was, will }: Situation, person: string): boolean => {
  const place = memberPath(room, person);
  return was.get(place) === undefined && will.get(place) !== undefined;
};

const entering: readonly Clause<Situation>[] = [
  [
    'a person, who comes in',
    (s) => isPerson(s.who) && s.id === uid(s.who) && asEntry(s.after).ok && isComing(s, s.id),
  ],
];

export const entries: Collection = { get: [], list: [], create: entering, update: entering, delete: [] };
