import {
  arrayRemove,
  arrayUnion,
  collection,
  doc,
  getDocsFromServer,
  limit,
  query,
  serverTimestamp,
  updateDoc,
  type WriteBatch,
  writeBatch,
} from 'firebase/firestore';
import { asMember, type Member, memberPath, membersPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** Members that are shown: as many as the rules let be listed at once. */
const MOST = 50;

/** Who is in a room, owners first. Read when asked for, not followed: a membership changes with all that is said. */
export const readMembers = async (room: string): Promise<Member[]> => {
  const { docs } = await getDocsFromServer(query(collection(store, membersPath(room)), limit(MOST)));
  const members = docs.flatMap((one) => {
    const member = asMember(plain(one.data()));
    return member.ok ? [member.value] : [];
  });
  const rank = ({ role }: Member) => ['owner', 'member', 'reader'].indexOf(role);
  return members.sort((a, b) => rank(a) - rank(b) || a.joined.getTime() - b.joined.getTime());
};

/** The room says who owns it, and the memberships say the same: the rules take both changes together or none. */
const owning = (batch: WriteBatch, room: string, owners: ReturnType<typeof arrayUnion>): WriteBatch =>
  batch.update(doc(store, roomPath(room)), { owners, changed: serverTimestamp() });

/** Gives somebody a role. */
export const changeRole = async (
  room: string,
  { person, role: was }: Member,
  role: Member['role'],
): Promise<void> => {
  const place = doc(store, memberPath(room, person));
  const change = { role, changed: serverTimestamp() };
  if ((was === 'owner') === (role === 'owner')) return updateDoc(place, change);
  const owners = role === 'owner' ? arrayUnion(person) : arrayRemove(person);
  return owning(writeBatch(store), room, owners).update(place, change).commit();
};

/** Ends a membership: one's own, or as an owner anybody's. The last owner stays. */
export const endMembership = (room: string, { person, role }: Member): Promise<void> => {
  const batch = writeBatch(store);
  if (role === 'owner') owning(batch, room, arrayRemove(person));
  return batch.delete(doc(store, memberPath(room, person))).commit();
};
