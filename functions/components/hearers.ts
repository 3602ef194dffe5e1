import type { Link } from '../model/link.ts';
import type { Reacted } from '../slack/reaction.ts';
import { type HoldersPorts, holdersOf, threadHoldersOf } from './holders.ts';
import type { Found, Reading } from './reading.ts';
import type { News } from './slack-hearing.ts';

export type HearersPorts = HoldersPorts & { readonly store: Pick<Reading, 'linksOfThread' | 'linksTo'> };

/**
 * The rooms in which something is heard: the one that is this very thread; or those that hold the thread, or the message that was
 * changed, wherever they have moved since; or else those of the whole channel.
 */
export async function hearersOf(
  ports: HearersPorts,
  { kind, place: { team, channel, thread, ts } }: Pick<News, 'kind' | 'place'>,
): Promise<Found<Link>[]> {
  const own = thread === undefined ? [] : await ports.store.linksOfThread(team, channel, thread);
  if (own.length > 0) return own;
  const whole = () => ports.store.linksTo(team, channel);
  if (thread === undefined && kind === 'said') return whole();
  const holders =
    thread === undefined
      ? await holdersOf(ports, { team, channel, ts })
      : await threadHoldersOf(ports, { team, channel, ts: thread });
  return holders.length > 0 ? holders : whole();
}

/**
 * The rooms in which a reaction is heard: those that hold the message. Where none does yet, it is the channel's, or that of one of its
 * threads: Slack does not say in which thread it is, so where there are such rooms it is `early`, as long as it may wait.
 */
export async function feelersOf(
  ports: HearersPorts,
  { place }: Reacted,
  mayWait: boolean,
): Promise<readonly string[] | 'early'> {
  const { team, channel } = place;
  const holders = await holdersOf(ports, place);
  if (holders.length > 0) return holders.map(({ id }) => id);
  if (mayWait && (await ports.store.linksTo(team, channel, 'thread')).length > 0) return 'early';
  return (await ports.store.linksTo(team, channel)).map(({ id }) => id);
}
