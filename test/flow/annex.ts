import type { Member } from '#model/member.ts';
import { memberPath } from '#model/member.ts';
import { type Room, roomPath } from '#model/room.ts';
import type { World } from './world.ts';

/** Each file has its own: `reply` remembers for half a minute how a room is set. */
const NUMBER = Date.now();
export const ANNEX = `annex${NUMBER}`;
export const ANNEX_CHANNEL = `C0ANNEX${NUMBER}`;

/** A room of its own, which Alice owns, with a channel of its own: what is done there is in nobody's way. Not linked yet. */
export async function openAnnex({ admin, alice, desk }: World, reply: Room['reply'] = 'off'): Promise<void> {
  const now = new Date();
  const room: Room = {
    name: 'Annex',
    visibility: 'open',
    reply,
    guests: false,
    owners: [alice.uid],
    created: now,
    changed: now,
  };
  const owner: Member = { person: alice.uid, role: 'owner', joined: now };
  await admin.doc(roomPath(ANNEX)).set(room);
  await admin.doc(memberPath(ANNEX, alice.uid)).set(owner);
  const { channels } = (await desk.control('GET', 'state?messages=none')) as { channels: { id: string }[] };
  if (!channels.some(({ id }) => id === ANNEX_CHANNEL))
    await desk.control('POST', 'channels', { name: ANNEX, id: ANNEX_CHANNEL, is_member: true });
}

/** Ties the annex to its channel, as an operator does. */
export async function linkAnnex({ alice }: World): Promise<void> {
  await alice.call('operate', { do: 'link', room: ANNEX, team: 'T0TSUNAGI', channel: ANNEX_CHANNEL });
}

/** Unties it, once nobody works on it. */
export async function closeAnnex({ admin, alice, reaches }: World): Promise<void> {
  if (!(await admin.doc(`links/${ANNEX}`).get()).exists) return;
  await reaches(`links/${ANNEX}`, ({ lease }) => lease.held === false);
  await alice.call('operate', { do: 'unlink', room: ANNEX });
}
