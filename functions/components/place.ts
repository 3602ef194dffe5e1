import type { Link } from '../model/link.ts';
import type { Message } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import { isOfChannel, type SlackTrouble } from '../slack/port.ts';
import type { Held } from './held.ts';
import type { Reading } from './reading.ts';
import { saidIn } from './said-in.ts';

/** A channel of a workspace, or a thread in it. */
export type Place = { readonly team: string; readonly channel: string; readonly thread?: string | undefined };

export const placeIn = (
  { team, channel }: Pick<Place, 'team' | 'channel'>,
  thread: string | undefined,
): Place => ({
  team,
  channel,
  ...(thread !== undefined && { thread }),
});

/** Where Slack shows a message; nothing where it does not yet. */
export const shownIn = ({ team, channel, thread }: Mirror): Place | undefined =>
  team === undefined || channel === undefined ? undefined : placeIn({ team, channel }, thread);

/** Where a message belongs: where its thread is, wherever the room has moved since, else where the room is. */
export async function placeOf(
  { store }: { readonly store: Pick<Reading, 'message' | 'mirror'> },
  held: Held,
  mirror: Mirror,
  message: Message,
): Promise<Place> {
  const there = shownIn(mirror);
  if (there) return there;
  const { link } = held;
  const root = message.thread === undefined ? undefined : await rootOf(store, held, message.thread);
  const here = placeIn(link, link.thread);
  // A room that is a thread has no threads in Slack: there is one level of them.
  return root === undefined || (link.mode === 'thread' && isIn(root, link)) ? here : root;
}

/** The message that is answered, as Slack knows it: its own where it came from there, else its mirror's. */
async function rootOf(
  store: Pick<Reading, 'message' | 'mirror'>,
  { room, link }: Held,
  message: string,
): Promise<Place | undefined> {
  const said = await saidIn(store, room, link, message);
  if (said) return placeIn(said, said.ts);
  const mirror = await store.mirror(room, message);
  const there = mirror && shownIn(mirror);
  return there && mirror.ts !== undefined ? placeIn(there, there.thread ?? mirror.ts) : undefined;
}

/** Whether it is where the room is now. */
export const isIn = ({ team, channel }: Pick<Place, 'team' | 'channel'>, link: Link): boolean =>
  team === link.team && channel === link.channel;

/** Whether trouble is with a workspace or a channel that the room has left: where the room is now, all may be well. */
export const isLeftBehind = (trouble: SlackTrouble, place: Place, link: Link): boolean =>
  trouble.kind === 'configuration' &&
  (place.team !== link.team || (isOfChannel(trouble) && place.channel !== link.channel));
