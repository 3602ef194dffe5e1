import {
  arrayRemove,
  arrayUnion,
  collection,
  type DocumentSnapshot,
  doc,
  getDocFromServer,
  orderBy,
  query,
  serverTimestamp,
  type WriteBatch,
  writeBatch,
} from 'firebase/firestore';
import { asMember, deciding, type Member, memberPath, membersPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { withBan } from './bans.ts';
import { readPages } from './pages.ts';
import { plain } from './plain.ts';
import { spend } from './spend.ts';
import { store } from './store.ts';

/** Who is in a room, as far as was asked for: its owners first. `own`: one's own membership, wherever it stands. */
export type Membership = {
  readonly members: readonly Member[];
  readonly own: Member | undefined;
  readonly isMore: boolean;
};

const nameMember = (snapshot: DocumentSnapshot): Member[] => {
  const member = asMember(plain(snapshot.data()));
  return member.ok ? [member.value] : [];
};

/** Reads the owners, the person `uid`, and so many pages of the members. Read when asked for, not followed: a membership changes with all that is said. */
export const readMembers = async (
  room: string,
  owners: readonly string[],
  uid: string,
  pages: number,
): Promise<Membership> => {
  const one = (person: string) => getDocFromServer(doc(store, memberPath(room, person)));
  const [{ docs, isMore }, own, ...first] = await Promise.all([
    readPages(query(collection(store, membersPath(room)), orderBy('joined')), pages),
    one(uid),
    ...owners.map(one),
  ]);
  const isFirst = new Set(owners);
  const others = docs.filter(({ id }) => !isFirst.has(id));
  return { members: [...first, ...others].flatMap(nameMember), own: nameMember(own)[0], isMore };
};

/** The room says who owns it, and the memberships say the same: the rules take both changes together or none. */
const owning = (batch: WriteBatch, room: string, owners: ReturnType<typeof arrayUnion>): WriteBatch =>
  batch.update(doc(store, roomPath(room)), { owners, changed: serverTimestamp() });

/** Gives somebody a role, as the owner `by`, of their allowance unless it is their own. Whoever is made a reader is banned: they would leave, and come again as a member. */
export const changeRole = async (
  room: string,
  { person, role: was }: Member,
  role: Member['role'],
  by: string,
): Promise<void> => {
  const change = (batch: WriteBatch): void => {
    batch.update(doc(store, memberPath(room, person)), { role, changed: serverTimestamp() });
    if ((was === 'owner') !== (role === 'owner'))
      owning(batch, room, role === 'owner' ? arrayUnion(person) : arrayRemove(person));
  };
  if (role === 'reader' || was === 'reader') return withBan(room, person, by, role === 'reader', change);
  if (person !== by) return spend(room, by, deciding(person), change);
  const batch = writeBatch(store);
  change(batch);
  return batch.commit();
};

const end =
  (room: string, { person, role }: Member) =>
  (batch: WriteBatch): WriteBatch => {
    if (role === 'owner') owning(batch, room, arrayRemove(person));
    return batch.delete(doc(store, memberPath(room, person)));
  };

/** Ends one's own membership. The last owner stays. */
export const leave = (room: string, own: Member): Promise<void> => end(room, own)(writeBatch(store)).commit();

/** Ends another's membership, as the owner `by`: they do not come in again until their ban is lifted. */
export const removeMember = (room: string, member: Member, by: string): Promise<void> =>
  withBan(room, member.person, by, true, end(room, member));
