import { type Firestore, Timestamp } from 'firebase-admin/firestore';
import type { Fields } from '../../functions/model/effect.ts';
import { isSettled, type Mirror } from '../../functions/model/mirror.ts';
import type { Post, SlackDesk } from '../../scripts/client/slack-desk.ts';
import { ACCOUNTS } from '../../scripts/seed/accounts.ts';
import type { Ends as Checked } from '../simulation/checker.ts';
import type { Felt } from '../simulation/feelings.ts';
import type { Posted } from '../simulation/slack-side.ts';
import type { Place } from './rooms.ts';
import { twinsOf } from './twins.ts';

/** What the checker compares, and what is felt; `twins`: by the `ts` of a message, the others that Slack made of its gesture. */
export type Ends = Checked & Felt & { readonly twins: ReadonlyMap<string, readonly string[]> };

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
  for (const { room } of places) {
    await take(firestore.collection(`rooms/${room}/messages`));
    await take(firestore.collection('mirrors').where('room', '==', room));
    await take(firestore.collection('deadLetters').where('room', '==', room));
    await take(firestore.collection('reactionMirrors').where('room', '==', room));
  }
  await take(firestore.collection('inbox').where('state', '==', 'received'));
  // Reactions lie under their messages; those of other rooms are left out.
  const isIn = (path: string): boolean => places.some(({ room }) => path.startsWith(`rooms/${room}/`));
  for (const one of (await firestore.collectionGroup('reactions').get()).docs)
    if (isIn(one.ref.path)) documents.set(one.ref.path, dated(one.data()));

  const channels = [...new Set(places.map(({ channel }) => channel))];
  const calls = await desk.calls();
  const hasty = calls.filter(({ channel = '', violation }) => violation && channels.includes(channel)).length;
  const posts: [string, Post][] = [];
  const twins = new Map<string, readonly string[]>();
  for (const channel of channels) {
    const there = await desk.posts(channel);
    for (const post of there) {
      posts.push([channel, post]);
      twins.set(post.ts, twinsOf(there, post.ts));
    }
  }
  const messages = posts.map(([channel, post]) => postedIn(channel, post));
  return {
    rooms: places,
    people: ACCOUNTS.map(({ sub, name }) => ({ uid: sub, name })),
    database: { documents },
    slack: { messages, hasty, reactions: reactionsOf(posts) },
    scheduler: { deaths },
    twins,
  };
}

/** Who has reacted in Slack, and the lines under our posts. */
function reactionsOf(posts: readonly [string, Post][]): Felt['slack']['reactions'] {
  const at = new Map(posts.map(([channel, post]) => [`${channel} ${post.ts}`, post]));
  return {
    users: (channel, ts, name) =>
      new Set(at.get(`${channel} ${ts}`)?.reactions?.find((one) => one.name === name)?.users),
    line: (channel, ts) => at.get(`${channel} ${ts}`)?.attachments?.[0]?.text,
  };
}

/** Whether nothing is on its way any more. */
export const isAtRest = ({ database }: Pick<Ends, 'database'>): boolean =>
  [...database.documents].every(
    ([path, fields]) =>
      !path.startsWith('inbox/') &&
      (!path.startsWith('mirrors/') || isSettled(fields as unknown as Mirror)) &&
      (!path.startsWith('reactionMirrors/') || !['wanted', 'sending'].includes(String(fields.state))),
  );

/** A post of Slack's as the checker knows it. What was deleted is there no more. */
export function postedIn(channel: string, { ts, text, thread_ts, user, metadata }: Post): Posted {
  const { room, message, part = 1 } = metadata?.event_payload ?? {};
  const origin = room !== undefined && message !== undefined ? { room, message, part } : undefined;
  // What has answers is in the thread that it began, as Slack shows it.
  const thread = thread_ts === ts ? undefined : thread_ts;
  return { channel, ts, text, thread, user, origin, deleted: false };
}

const dated = (fields: FirebaseFirestore.DocumentData): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Timestamp ? value.toDate() : value,
    ]),
  );
