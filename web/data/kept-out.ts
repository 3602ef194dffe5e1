import { collection, query, where } from 'firebase/firestore';
import { bansPath } from '#model/ban.ts';
import { membersPath } from '#model/member.ts';
import type { Membership } from './members.ts';
import { readPages } from './pages.ts';
import { store } from './store.ts';

/** The uids of those who do not come into a room again until an owner lets them, as far as was asked for. */
export type KeptOut = { readonly people: readonly string[]; readonly isMore: boolean };

/** Values that a query may be given to choose from. https://firebase.google.com/docs/firestore/query-data/queries#in_and_array-contains-any */
const IN_MOST = 30;

/**
 * Reads who is kept out, so many pages of bans. Those who are in the room to read are banned, too, and not among them: as far as the
 * `members` are known, they are not asked for. Owners alone may ask.
 */
export const readKeptOut = async (
  room: string,
  { members, isMore: areMore }: Membership,
  pages: number,
): Promise<KeptOut> => {
  const { docs, isMore } = await readPages(collection(store, bansPath(room)), pages);
  const banned = docs.map(({ id }) => id);
  const known = new Set(members.map(({ person }) => person));
  const strangers = banned.filter((uid) => !known.has(uid));
  const others = areMore ? await membersAmong(room, strangers) : [];
  return { people: strangers.filter((uid) => !others.includes(uid)), isMore };
};

async function membersAmong(room: string, people: readonly string[]): Promise<readonly string[]> {
  const some = Array.from({ length: Math.ceil(people.length / IN_MOST) }, (_, nth) =>
    people.slice(nth * IN_MOST, (nth + 1) * IN_MOST),
  );
  const found = await Promise.all(
    some.map((uids) =>
      readPages(query(collection(store, membersPath(room)), where('person', 'in', uids)), 1),
    ),
  );
  return found.flatMap(({ docs }) => docs.map(({ id }) => id));
}
