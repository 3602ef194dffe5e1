import { slackMessageId } from '../model/message.ts';
import type { Reacted } from '../slack/reaction.ts';
import { dateOf } from '../slack/timestamp.ts';
import type { Reading } from './reading.ts';

export type FeelingPorts = {
  readonly store: Pick<Reading, 'link' | 'linksTo' | 'mirrorPosted' | 'saidBetween'>;
};

/** Messages of all rooms that are looked at, which were said within the same millisecond. */
const PAGE = 50;

/**
 * The rooms in which a reaction is heard. Slack does not say in which thread it is: where a channel has rooms that are threads, it is
 * looked up who shows the message, and where nobody does yet, it is `early` as long as it may wait.
 */
export async function roomsThatFeel(
  { store }: FeelingPorts,
  { place: { channel, team, ts } }: Reacted,
  mayWait: boolean,
): Promise<readonly string[] | 'early'> {
  const whole = (await store.linksTo(team, channel)).map(({ id }) => id);
  const threads = await store.linksTo(team, channel, 'thread');
  if (threads.length === 0) return whole;
  const shown = new Set<string>();
  for (const room of await holders(store, channel, ts)) {
    const link = await store.link(room);
    if (link?.team !== team || link.channel !== channel) continue;
    if (link.mode === 'thread') return [room];
    shown.add(room);
  }
  return mayWait && !whole.some((room) => shown.has(room)) ? 'early' : whole;
}

/** The rooms that have a message which is this post in Slack: one that was sent there, or one that was heard. */
async function holders(store: FeelingPorts['store'], channel: string, ts: string): Promise<Set<string>> {
  const sent = await store.mirrorPosted(channel, ts);
  const at = dateOf(ts);
  const heard = await store.saidBetween(new Date(at.getTime() - 1), at, PAGE);
  const rooms = heard.filter(({ id }) => id === slackMessageId(channel, ts)).map(({ room }) => room);
  return new Set([...(sent ? [sent.room] : []), ...rooms]);
}
