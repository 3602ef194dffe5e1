import type { Link } from '../model/link.ts';
import { slackMessageId } from '../model/message.ts';
import { dateOf } from '../slack/timestamp.ts';
import type { Found, Reading } from './reading.ts';

export type HoldersPorts = {
  readonly store: Pick<Reading, 'link' | 'mirrorInThread' | 'mirrorPosted' | 'saidBetween'>;
};

/** Messages of all rooms that are looked at, which were said within the same millisecond. */
const PAGE = 50;

/** The rooms with a link, wherever that leads by now, that have a message which is this post in Slack: one that was sent there, or one that was heard. */
export async function holdersOf(
  { store }: HoldersPorts,
  channel: string,
  ts: string,
): Promise<Found<Link>[]> {
  const sent = await store.mirrorPosted(channel, ts);
  const at = dateOf(ts);
  const heard = await store.saidBetween(new Date(at.getTime() - 1), at, PAGE);
  const rooms = heard.filter(({ id }) => id === slackMessageId(channel, ts)).map(({ room }) => room);
  return linked(store, [...(sent ? [sent.room] : []), ...rooms]);
}

/** The rooms that hold the root of a thread; where none does, the one that has posted in it: it was that thread. */
export async function threadHoldersOf(
  { store }: HoldersPorts,
  channel: string,
  thread: string,
): Promise<Found<Link>[]> {
  const holders = await holdersOf({ store }, channel, thread);
  if (holders.length > 0) return holders;
  const posted = await store.mirrorInThread(channel, thread);
  return posted ? linked(store, [posted.room]) : [];
}

async function linked(store: Pick<Reading, 'link'>, rooms: readonly string[]): Promise<Found<Link>[]> {
  const links = [...new Set(rooms)].map(async (id) => ({ id, value: await store.link(id) }));
  return (await Promise.all(links)).flatMap(({ id, value }) => (value ? [{ id, value }] : []));
}
