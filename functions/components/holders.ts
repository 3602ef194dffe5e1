import type { Posted } from '../model/event.ts';
import type { Link } from '../model/link.ts';
import { slackMessageId } from '../model/message.ts';
import { teamOf } from '../model/slack-person.ts';
import { dateOf } from '../slack/timestamp.ts';
import type { Found, Reading } from './reading.ts';
import type { PostIn } from './said-in.ts';

export type HoldersPorts = {
  readonly store: Pick<Reading, 'link' | 'mirrorInThread' | 'mirrorPosted' | 'saidBetween'>;
};

/** Messages of all rooms that are looked at, which were said within the same millisecond. */
const PAGE = 50;

/** The rooms with a link, wherever that leads by now, that have a message which is this post in Slack: one that was sent there, or one that was heard. */
export async function holdersOf(
  { store }: HoldersPorts,
  { team, channel, ts }: PostIn,
): Promise<Found<Link>[]> {
  const sent = await store.mirrorPosted(team, channel, ts);
  const at = dateOf(ts);
  const said = await store.saidBetween(new Date(at.getTime() - 1), at, PAGE);
  // What another workspace tells of a channel that is called the same is about something else.
  const isIt = ({ id, message: { author } }: Posted): boolean =>
    id === slackMessageId(channel, ts) && author.kind === 'slack' && teamOf(author.id) === team;
  return linked(store, [...(sent ? [sent.room] : []), ...said.filter(isIt).map(({ room }) => room)]);
}

/** The rooms that hold the root of a thread; where none does, the one that has posted in it: it was that thread. */
export async function threadHoldersOf({ store }: HoldersPorts, root: PostIn): Promise<Found<Link>[]> {
  const holders = await holdersOf({ store }, root);
  if (holders.length > 0) return holders;
  const posted = await store.mirrorInThread(root.team, root.channel, root.ts);
  return posted ? linked(store, [posted.room]) : [];
}

async function linked(store: Pick<Reading, 'link'>, rooms: readonly string[]): Promise<Found<Link>[]> {
  const links = [...new Set(rooms)].map(async (id) => ({ id, value: await store.link(id) }));
  return (await Promise.all(links)).flatMap(({ id, value }) => (value ? [{ id, value }] : []));
}
