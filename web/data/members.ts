import {
  arrayRemove,
  arrayUnion,
  collection,
  doc,
  getDocsFromServer,
  limit,
  query,
  serverTimestamp,
  type WriteBatch,
  writeBatch,
} from 'firebase/firestore';
import { asMember, type Member, memberPath, membersPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { liftingBan, withBan } from './bans.ts';
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

/** Gives somebody a role, as the owner `by`. Whoever is made a reader is banned: they would leave, and come again as a member. */
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
  if (role === 'reader') return withBan(room, person, by, change);
  const batch = was === 'reader' ? await liftingBan(writeBatch(store), room, person) : writeBatch(store);
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
  withBan(room, member.person, by, end(room, member));
