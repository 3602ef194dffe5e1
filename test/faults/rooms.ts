import type { Firestore } from 'firebase-admin/firestore';
import { type Link, linkPath } from '#model/link.ts';
import { type Member, memberPath } from '#model/member.ts';
import { type Room, roomPath } from '#model/room.ts';
import type { Control } from '../../scripts/client/slack-control.ts';
import type { SlackDesk } from '../../scripts/client/slack-desk.ts';
import { ACCOUNTS } from '../../scripts/seed/accounts.ts';
import { LOBBY_CHANNEL } from '../../scripts/seed/documents.ts';
import type { Said } from '../simulation/plan.ts';

/** A room and its channel, or its thread there, by its root's `ts`: where one schedule's conversation takes place. */
export type Place = {
  readonly room: string;
  readonly channel: string;
  readonly reply: 'always' | 'off';
  readonly thread?: string;
};

/** A schedule's rooms, and what is said before anything goes wrong: what threads begin with. */
export type Furnished = { readonly places: readonly Place[]; readonly roots: readonly Said[] };

/** Rooms of whole channels: in one everybody is answered, in the other nobody, as in the simulation. */
export const placesOf = (schedule: number): readonly [Place, Place] => [
  { room: `faults${schedule}a`, channel: `C0FAULTS${schedule}A`, reply: 'always' },
  { room: `faults${schedule}b`, channel: `C0FAULTS${schedule}B`, reply: 'off' },
];
/** Rooms that are threads of the second channel. */
const THREADS = ['c', 'd'] as const;
const ROOT = { user: 'U0HANA', text: 'What follows is a room of its own' };

/** Makes the rooms of a schedule, and those that are threads of its second channel. */
export async function furnishSchedule(
  firestore: Firestore,
  desk: SlackDesk,
  schedule: number,
): Promise<Furnished> {
  const whole = placesOf(schedule);
  await furnish(firestore, desk.control, whole);
  const [, { room, channel }] = whole;
  const places: Place[] = [...whole];
  const roots: Said[] = [];
  for (const letter of THREADS) {
    const { user, text } = ROOT;
    const thread = await desk.say(user, channel, text);
    places.push({ room: `faults${schedule}${letter}`, channel, reply: 'off', thread });
    const base = { room, channel, answered: false, texts: [text], revision: 1, deleted: false };
    roots.push({ ...base, from: 'slack', id: thread });
  }
  await furnish(firestore, desk.control, places.slice(whole.length));
  return { places, roots };
}

/** Makes rooms, their channels, and the links between them, with everybody in them; of threads, the channels are there. */
export async function furnish(
  firestore: Firestore,
  control: Control,
  places: readonly Place[],
): Promise<void> {
  await openRooms(firestore, control, places);
  await linkRooms(firestore, places);
}

/** Makes rooms with everybody in them, and their channels. */
export async function openRooms(
  firestore: Firestore,
  control: Control,
  places: readonly Place[],
): Promise<void> {
  const long = longAgo();
  const owner = ACCOUNTS[0].sub;
  const batch = firestore.batch();
  for (const { room, channel, reply, thread } of places) {
    const about: Room = {
      name: room,
      visibility: 'open',
      reply,
      guests: true,
      owners: [owner],
      created: long,
      changed: long,
    };
    batch.set(firestore.doc(roomPath(room)), about);
    for (const { sub } of ACCOUNTS) {
      const member: Member = { person: sub, role: sub === owner ? 'owner' : 'member', joined: long };
      batch.set(firestore.doc(memberPath(room, sub)), member);
    }
    if (thread === undefined) await control('POST', 'channels', { id: channel, name: room, is_member: true });
  }
  await batch.commit();
}

/** Ties each room to its channel, as if that had been done an hour ago. */
export async function linkRooms(firestore: Firestore, places: readonly Place[]): Promise<void> {
  const long = longAgo();
  const batch = firestore.batch();
  for (const { room, channel, thread } of places) {
    const link: Link = {
      team: LOBBY_CHANNEL.team,
      channel,
      ...(thread === undefined ? { mode: 'channel' } : { mode: 'thread', thread }),
      lease: { number: 0, held: false, since: long },
      pause: { since: long, seconds: 0 },
      settled: long,
      heard: long,
    };
    batch.set(firestore.doc(linkPath(room)), link);
  }
  await batch.commit();
}

const longAgo = (): Date => new Date(Date.now() - 3_600_000);
