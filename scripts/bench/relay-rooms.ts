import type { Firestore } from 'firebase-admin/firestore';
import { type Link, linkPath } from '#model/link.ts';
import { type Message, messagePath } from '#model/message.ts';
import { type Mirror, mirrorPath } from '#model/mirror.ts';
import type { Control } from '../client/slack-control.ts';
import { LOBBY_CHANNEL } from '../seed/documents.ts';

/** Every round has a room and two channels to itself: nothing is paced, and no turn finds another's message. */
export const roomOf = (round: number): string => `relay${round}`;
export const channelsOf = (round: number) => ({ slackPost: `C0RELAY${round}`, bare: `C0BARE${round}` });

const MESSAGE = 'bench000000000000000';
const upTo = (count: number): number[] => Array.from({ length: count }, (_, round) => round);

/** Says a message in each room, long before there is a link: `mirror` finds nothing to do. */
export async function sayInRooms(firestore: Firestore, person: string, count: number): Promise<void> {
  const author = { kind: 'person', id: person } as const;
  const message: Message = { author, text: 'bench', at: new Date(), revision: 1 };
  const batch = firestore.batch();
  for (const round of upTo(count)) batch.set(firestore.doc(messagePath(roomOf(round), MESSAGE)), message);
  await batch.commit();
}

/** Makes the channels at the Slack stand-in, with the bot in them. */
export async function makeChannels(control: Control, count: number): Promise<void> {
  const ids = upTo(count).flatMap((round) => Object.values(channelsOf(round)));
  const requests = ids.map((id) => ({
    method: 'POST',
    path: '/channels',
    body: { id, name: id.toLowerCase(), is_member: true },
  }));
  await control('POST', 'batch', { requests });
}

/** Links each room to its channel, and marks its message as wanted there. */
export async function linkRooms(firestore: Firestore, count: number): Promise<void> {
  const long = new Date(0);
  const batch = firestore.batch();
  for (const round of upTo(count)) {
    const room = roomOf(round);
    const said = await firestore.doc(messagePath(room, MESSAGE)).get();
    const link: Link = {
      team: LOBBY_CHANNEL.team,
      channel: channelsOf(round).slackPost,
      mode: 'channel',
      lease: { number: 0, held: false, since: long },
      pause: { since: long, seconds: 0 },
      settled: long,
      heard: long,
    };
    const mirror: Mirror = {
      room,
      message: MESSAGE,
      at: said.get('at'),
      wanted: 1,
      sent: 0,
      state: 'wanted',
      attempts: 0,
      lease: 0,
    };
    batch.set(firestore.doc(linkPath(room)), link);
    batch.set(firestore.doc(mirrorPath(room, MESSAGE)), mirror);
  }
  await batch.commit();
}
