import type { Message } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import { type Slack, SlackError, type SlackTrouble } from '../slack/port.ts';
import { type Origin, type Post, posts } from '../slack/post.ts';
import type { Draft } from './draft.ts';
import { type Held, inTime } from './held.ts';
import { type ForTeams, inTeam } from './in-team.ts';
import { type PingingPorts, pingsOf } from './pinging.ts';
import { isLeftBehind, type Place, placeIn } from './place.ts';
import type { Reading } from './reading.ts';

/** What settling asks of Slack. */
export type Posting = Pick<Slack, 'find' | 'post' | 'remove' | 'update'>;

export type ReachPorts = ForTeams<
  PingingPorts & {
    readonly store: Pick<Reading, 'mirror'>;
    readonly slack: Posting;
    /** Milliseconds since some fixed moment; never goes back. */
    readonly elapsed: () => number;
  }
>;

/** What Slack shows of a message: its posts in order, the first of which is `ts`. */
export type Shown = Place & { readonly ts: string; readonly parts: readonly string[] };

/** What came of it: what Slack shows now, nothing in the end, or trouble that leaves what Slack has on record or in doubt. */
export type Reached =
  | { readonly shown: Shown | undefined }
  | { readonly trouble: SlackTrouble; readonly isInDoubt: boolean; readonly at: Place };

/** Milliseconds before an attempt from which Slack is asked for what it may have: Slack's clock is not ours. */
const LOOK_BACK = 15 * 60 * 1_000;

/**
 * Does what is missing between what Slack shows and the message: changes the posts that are there, makes those that are
 * missing, one after the other, and removes those that are too many, the last first.
 */
export async function reach(
  ports: ReachPorts,
  held: Held,
  mirror: Mirror,
  draft: Draft,
  place: Place,
): Promise<Reached> {
  const { message } = draft;
  const { revision } = message;
  const origin = (part: number): Origin => ({ room: held.room, message: mirror.message, revision, part });
  let isInDoubt = mirror.state === 'sending' || mirror.doubt !== undefined;
  let at: Place = mirror.doubt ?? place;
  const slack = () => inTime(inTeam(ports, at.team), held);
  // Connected before the first call: the last one may begin so late that it fits into the lease alone.
  for (const { team } of [at, place]) ports.slackOf(team);
  try {
    const there = new Map((mirror.parts ?? []).map((ts, nth) => [nth + 1, ts]));
    if (isInDoubt && !(await search(ports, held, mirror, message, at, there))) at = place;
    const { channel, thread } = at;
    const wanted = message.deleted ? [] : await look(ports, held, draft, at);

    for (const [nth, post] of wanted.entries()) {
      const part = nth + 1;
      const ts = there.get(part);
      if (ts !== undefined) {
        if (await slack().update(channel, ts, post, origin(part))) continue;
        // Whoever took the message away in Slack took all of it. A further part alone may have been ours to remove.
        if (part === 1) break;
      }
      const made = await slack().post(channel, post, origin(part), thread);
      isInDoubt = true;
      there.set(part, made.ts);
    }
    const surplus = [...there].filter(([part]) => part > wanted.length).sort(([a], [b]) => b - a);
    for (const [, ts] of surplus) await slack().remove(channel, ts);

    const parts = [...there]
      .filter(([part]) => part <= Math.max(wanted.length, 1))
      .sort(([a], [b]) => a - b)
      .map(([, ts]) => ts);
    const [ts] = parts;
    return { shown: ts === undefined ? undefined : { ...placeIn(at, thread), ts, parts } };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { trouble: error.trouble, isInDoubt, at };
  }
}

async function look(ports: ReachPorts, { room }: Held, draft: Draft, { team }: Place): Promise<Post[]> {
  const { message } = draft;
  const page = await draft.page;
  return posts(message, page, await pingsOf(inTeam(ports, team), room, team, message, page));
}

/** Adds to what is `there` the posts that an attempt made of which we do not know. Returns whether it made any. */
async function search(
  ports: ReachPorts,
  { link }: Held,
  mirror: Mirror,
  message: Message,
  at: Place,
  there: Map<number, string>,
): Promise<boolean> {
  const began = mirror.doubt?.since ?? message.at;
  const since = new Date(began.getTime() - LOOK_BACK);
  try {
    const found = await inTeam(ports, at.team).slack.find(at.channel, mirror, since, at.thread);
    for (const { part, ts } of found) if (!there.has(part)) there.set(part, ts);
    return found.length > 0;
  } catch (error) {
    // The room has moved away from a channel, or a workspace, that is gone or closed to us.
    if (error instanceof SlackError && isLeftBehind(error.trouble, at, link)) return false;
    throw error;
  }
}
