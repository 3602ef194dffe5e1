import { type Firestore, Timestamp } from 'firebase-admin/firestore';
import type { Fields } from '../../functions/model/effect.ts';
import { isSettled, type Mirror } from '../../functions/model/mirror.ts';
import type { Post, SlackDesk } from '../../scripts/client/slack-desk.ts';
import type { Ends } from '../simulation/checker.ts';
import type { Posted } from '../simulation/slack-side.ts';
import type { Place } from './rooms.ts';

export type { Ends } from '../simulation/checker.ts';

/** What stands on both sides of these places, in the form in which the simulation's checker compares it. */
export async function endsOf(
  firestore: Firestore,
  desk: SlackDesk,
  places: readonly Place[],
  deaths: number,
): Promise<Ends> {
  const documents = new Map<string, Fields>();
  const take = async (query: FirebaseFirestore.Query): Promise<void> => {
    for (const one of (await query.get()).docs) documents.set(one.ref.path, dated(one.data()));
  };
  const messages: Posted[] = [];
  let hasty = 0;
  const calls = await desk.calls();
  for (const { room, channel } of places) {
    await take(firestore.collection(`rooms/${room}/messages`));
    await take(firestore.collection('mirrors').where('room', '==', room));
    await take(firestore.collection('deadLetters').where('room', '==', room));
    for (const post of await desk.posts(channel)) messages.push(postedIn(channel, post));
    hasty += calls.filter((call) => call.channel === channel && call.violation).length;
  }
  await take(firestore.collection('inbox').where('state', '==', 'received'));
  return { rooms: places, database: { documents }, slack: { messages, hasty }, scheduler: { deaths } };
}

/** Whether nothing is on its way any more. */
export const isAtRest = ({ database }: Ends): boolean =>
  [...database.documents].every(
    ([path, fields]) =>
      !path.startsWith('inbox/') && (!path.startsWith('mirrors/') || isSettled(fields as unknown as Mirror)),
  );

/** A post of Slack's as the checker knows it. What was deleted is there no more. */
export function postedIn(channel: string, { ts, text, thread_ts, user, metadata }: Post): Posted {
  const { room, message, part = 1 } = metadata?.event_payload ?? {};
  const origin = room !== undefined && message !== undefined ? { room, message, part } : undefined;
  return { channel, ts, text, thread: thread_ts, user, origin, deleted: false };
}

const dated = (fields: FirebaseFirestore.DocumentData): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Timestamp ? value.toDate() : value,
    ]),
  );
