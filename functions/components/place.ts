import { type Message, slackOrigin } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import type { Held } from './held.ts';
import type { Reading } from './reading.ts';

/** A channel of Slack, or a thread in it. */
export type Place = { readonly channel: string; readonly thread?: string };

export const placeIn = (channel: string, thread: string | undefined): Place => ({
  channel,
  ...(thread !== undefined && { thread }),
});

/** Where a message belongs: where its thread is, wherever the room has moved since, else where the room is. */
export async function placeOf(
  { store }: { readonly store: Pick<Reading, 'mirror'> },
  { room, link }: Held,
  mirror: Mirror,
  message: Message,
): Promise<Place> {
  if (mirror.channel !== undefined) return placeIn(mirror.channel, mirror.thread);
  const root = message.thread === undefined ? undefined : await rootOf(store, room, message.thread);
  const here = placeIn(link.channel, link.thread);
  // A room that is a thread has no threads in Slack: there is one level of them.
  return root === undefined || (link.mode === 'thread' && root.channel === link.channel) ? here : root;
}

/** The message that is answered, as Slack knows it: its own where it came from there, else its mirror's. */
async function rootOf(
  store: Pick<Reading, 'mirror'>,
  room: string,
  message: string,
): Promise<Place | undefined> {
  const said = slackOrigin(message);
  if (said) return { channel: said.channel, thread: said.ts };
  const { channel, ts, thread } = (await store.mirror(room, message)) ?? {};
  return channel === undefined || ts === undefined ? undefined : { channel, thread: thread ?? ts };
}
