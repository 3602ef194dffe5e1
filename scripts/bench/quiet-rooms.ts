import type { Firestore } from 'firebase-admin/firestore';
import { type Member, memberPath } from '#model/member.ts';
import { type Room, roomPath } from '#model/room.ts';

/** Rooms without a link: what is measured in them does not compete with the posts to Slack of the round before. */
const ROOMS = 10;

/** A person may send so much in a room and no more: rounds go from room to room. */
export const quietRoom = (round: number): string => `quiet${round % ROOMS}`;

/** Makes them, with this person in them. */
export async function openQuietRooms(firestore: Firestore, person: string): Promise<void> {
  const now = new Date();
  const room: Room = {
    name: 'Quiet',
    visibility: 'closed',
    reply: 'always',
    guests: false,
    owners: [person],
    created: now,
    changed: now,
  };
  const member: Member = { person, role: 'owner', joined: now };
  const batch = firestore.batch();
  for (let index = 0; index < ROOMS; index += 1) {
    batch.set(firestore.doc(roomPath(quietRoom(index))), room);
    batch.set(firestore.doc(memberPath(quietRoom(index), person)), member);
  }
  await batch.commit();
}
