import type { Link } from '../model/link.ts';
import { slackOrigin } from '../model/message.ts';
import { teamOf } from '../model/slack-person.ts';
import type { Reading } from './reading.ts';

/** A post in Slack. */
export type PostIn = { readonly team: string; readonly channel: string; readonly ts: string };

/**
 * Where a message was said that came from Slack; nothing for others. Its id has the channel. The workspace is the room's, unless that has
 * moved since: then it is the one of whoever said it.
 */
export async function saidIn(
  store: Pick<Reading, 'message'>,
  room: string,
  link: Pick<Link, 'team' | 'channel'>,
  message: string,
): Promise<PostIn | undefined> {
  const said = slackOrigin(message);
  if (!said || said.channel === link.channel) return said && { team: link.team, ...said };
  const by = (await store.message(room, message))?.author;
  return { team: by?.kind === 'slack' ? teamOf(by.id) : link.team, ...said };
}
