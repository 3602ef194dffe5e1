import type { Link } from '../model/link.ts';
import type { Place } from '../slack/heard.ts';
import { SlackError } from '../slack/port.ts';
import { dateOf } from '../slack/timestamp.ts';
import type { Found, Reading } from './reading.ts';

type Ports = {
  readonly store: Pick<Reading, 'mirrorAt'>;
  /** Our bot's user in the workspace. */
  readonly ownUser: () => Promise<string>;
};

/** How often an answer is brought up again before it is taken as it is: the sweep that does so gives the room a turn, too. It gives up after five. */
const WAITS = 2;
/** Milliseconds for which a post of ours may be in Slack and not on record: a lease, a sweep, and what a worker may take after it. */
const RECORD = 10 * 60_000;

/**
 * Whether it answers a post of ours of which it is not on record yet which message it shows: who made it may have died, and the next one
 * finds it. An answer that is kept for good in the wrong thread is worse than one that comes a minute late.
 */
export async function answersUnrecorded(
  { store, ownUser }: Ports,
  rooms: readonly Found<Link>[],
  { channel, thread, threadBy }: Place,
  { received, nudges = 0 }: { readonly received: Date; readonly nudges?: number | undefined },
): Promise<boolean> {
  if (thread === undefined || threadBy === undefined || nudges >= WAITS) return false;
  if (received.getTime() - dateOf(thread).getTime() > RECORD) return false;
  // A room that is the thread itself shows it as what is said in it.
  const answered = rooms.filter(({ value: link }) => link.thread !== thread);
  const marks = await Promise.all(answered.map(({ id }) => store.mirrorAt(id, channel, thread)));
  return marks.includes(undefined) && (await mayBeOurs(ownUser, threadBy));
}

/** Where Slack does not say who we are, it may be us. */
async function mayBeOurs(ownUser: Ports['ownUser'], user: string): Promise<boolean> {
  try {
    return user === (await ownUser());
  } catch (error) {
    if (error instanceof SlackError) return true;
    throw error;
  }
}
