import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { type Member, memberPath } from '#model/member.ts';
import { type Room, roomPath } from '#model/room.ts';
import { ACCOUNTS } from '../seed/accounts.ts';
import type { Stack } from '../stack/index.ts';

/** A room without a link: what is measured in it does not compete with the posts to Slack of the round before. */
export const QUIET = 'quiet';

/** Makes it, with everybody in it. The seed has told the Admin SDK where the emulators are. */
export async function openQuietRoom({ projectId }: Stack): Promise<void> {
  const app = initializeApp({ projectId }, 'bench');
  const now = new Date();
  const [{ sub }] = ACCOUNTS;
  const room: Room = {
    name: 'Quiet',
    visibility: 'closed',
    reply: 'always',
    guests: false,
    owners: [sub],
    created: now,
    changed: now,
  };
  const firestore = getFirestore(app);
  await firestore.doc(roomPath(QUIET)).set(room);
  for (const { sub: person } of ACCOUNTS) {
    const member: Member = { person, role: person === sub ? 'owner' : 'member', joined: now };
    await firestore.doc(memberPath(QUIET, person)).set(member);
  }
  await deleteApp(app);
}
