import type { Message } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import { codeOf, type Found, type Slack, SlackError, THREAD_GONE } from '../slack/port.ts';
import type { Held } from './held.ts';
import { type ForTeams, inTeam } from './in-team.ts';
import { isLeftBehind, type Place } from './place.ts';

export type SearchPorts = ForTeams<{ readonly slack: Pick<Slack, 'find'> }>;

/** What there is of a message. `isOutside`: its thread is not there any more, and this is what stands in the channel instead. */
export type Seen = { readonly found: readonly Found[]; readonly isOutside: boolean };

/** Milliseconds before an attempt from which Slack is asked for what it may have: Slack's clock is not ours. */
const LOOK_BACK = 15 * 60 * 1_000;

/** Looks for the posts that an attempt made of which we do not know. */
export async function search(
  ports: SearchPorts,
  { link }: Held,
  mirror: Mirror,
  message: Message,
  at: Place,
): Promise<Seen> {
  const began = mirror.doubt?.since ?? message.at;
  const since = new Date(began.getTime() - LOOK_BACK);
  const find = (thread?: string) => inTeam(ports, at.team).slack.find(at.channel, mirror, since, thread);
  try {
    return { found: await find(at.thread), isOutside: false };
  } catch (error) {
    // Nothing is in a thread that is not there: Slack has put into the channel what was to go into it.
    if (at.thread !== undefined && codeOf(error) === THREAD_GONE)
      return { found: await find(), isOutside: true };
    // The room has moved away from a channel, or a workspace, that is gone or closed to us.
    if (error instanceof SlackError && isLeftBehind(error.trouble, at, link))
      return { found: [], isOutside: false };
    throw error;
  }
}
