import {
  collection,
  doc,
  getDocFromServer,
  orderBy,
  query,
  serverTimestamp,
  Timestamp,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { entryPath } from '#model/entry.ts';
import {
  asInvitation,
  type Invitation,
  invitationPath,
  invitationsPath,
  inviting,
  isInvitationCode,
} from '#model/invitation.ts';
import { INVITATION_CODE_LENGTH } from '#model/limits.ts';
import { memberPath } from '#model/member.ts';
import { readPages } from './pages.ts';
import { plain } from './plain.ts';
import { randomId } from './random-id.ts';
import { spend } from './spend.ts';
import { store } from './store.ts';

/** An invitation and its code. */
export type Invited = { readonly code: string; readonly invitation: Invitation };

/** What an owner offers: a role, until when, to one person or to whoever comes. */
export type Offer = Pick<Invitation, 'role' | 'until' | 'single'> & {
  readonly room: string;
  readonly name: string;
};

const path = (room: string, code: string) => doc(store, invitationPath(room, code));

/** Makes an invitation; resolves with its code. */
export const invite = async ({ room, name, role, until, single }: Offer, by: string): Promise<string> => {
  const code = randomId(INVITATION_CODE_LENGTH);
  await spend(room, by, inviting(code), (batch) =>
    batch.set(path(room, code), {
      by,
      at: serverTimestamp(),
      name,
      role,
      until: Timestamp.fromDate(until),
      single,
      state: 'open',
    }),
  );
  return code;
};

/** The invitations to a room that still work, those that end first before the others, as far as was asked for. */
export type OpenInvitations = { readonly invited: readonly Invited[]; readonly isMore: boolean };

export const readInvitations = async (room: string, now: Date, pages: number): Promise<OpenInvitations> => {
  const open = query(
    collection(store, invitationsPath(room)),
    where('state', '==', 'open'),
    where('until', '>', now),
    orderBy('until'),
  );
  const { docs, isMore } = await readPages(open, pages);
  const invited = docs.flatMap((one) => {
    const invitation = asInvitation(plain(one.data()));
    return invitation.ok ? [{ code: one.id, invitation: invitation.value }] : [];
  });
  return { invited, isMore };
};

export const revoke = (room: string, code: string): Promise<void> =>
  updateDoc(path(room, code), { state: 'revoked' });

/** An invitation that somebody was sent; nothing where there is none that works. */
export const readInvitation = async (
  room: string,
  code: string,
  now: Date,
): Promise<Invitation | undefined> => {
  if (!isInvitationCode(code)) return undefined;
  const invitation = asInvitation(plain((await getDocFromServer(path(room, code))).data()));
  if (!invitation.ok || invitation.value.state !== 'open' || invitation.value.until <= now) return undefined;
  return invitation.value;
};

/** Enters by an invitation; one that is good for one person is used up by it. */
export const enter = (
  room: string,
  code: string,
  { role, single }: Invitation,
  uid: string,
): Promise<void> => {
  const batch = writeBatch(store);
  batch.set(doc(store, memberPath(room, uid)), {
    person: uid,
    role,
    joined: serverTimestamp(),
  });
  batch.set(doc(store, entryPath(room, uid)), { invitation: code });
  if (single) batch.update(path(room, code), { state: 'used', used: uid });
  return batch.commit();
};
