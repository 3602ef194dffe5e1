import type { Mirror } from '../model/mirror.ts';
import { type Slack, SlackError, type SlackTrouble, THREAD_GONE } from '../slack/port.ts';
import { type Origin, type Post, posts } from '../slack/post.ts';
import { isSuspect, mayStandOutside, troubleIn } from './astray.ts';
import type { Draft } from './draft.ts';
import { type Held, inTime } from './held.ts';
import { type ForTeams, inTeam } from './in-team.ts';
import { type PingingPorts, pingsOf } from './pinging.ts';
import { type Place, placeIn } from './place.ts';
import type { Reading } from './reading.ts';
import { search } from './search.ts';

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

/**
 * Does what is missing between what Slack shows and the message: changes the posts that are there, makes those that are
 * missing, one after the other, and removes those that are too many, the last first.
 *
 * What belongs in a thread that is gone, and not in its channel, is taken away again where Slack has put it there.
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
  const { link } = held;
  const origin = (part: number): Origin => ({ room: held.room, message: mirror.message, revision, part });
  let isInDoubt = mirror.state === 'sending' || mirror.doubt !== undefined;
  let at: Place = mirror.doubt ?? place;
  const slack = () => inTime(inTeam(ports, at.team), held);
  // Connected before the first call: the last one may begin so late that it fits into the lease alone.
  for (const { team } of [at, place]) ports.slackOf(team);
  try {
    const there = new Map((mirror.parts ?? []).map((ts, nth) => [nth + 1, ts]));
    let isGone = false;
    if (isInDoubt || isSuspect(at, link)) {
      const { found, isOutside } = await search(ports, held, mirror, message, at);
      const isAstray = isOutside && !mayStandOutside(at, link);
      for (const { part, ts } of found) {
        if (isAstray) await slack().remove(at.channel, ts);
        else if (!there.has(part)) there.set(part, ts);
      }
      isGone = isAstray && at.thread === place.thread;
      if (isAstray || found.length === 0) at = place;
      else if (isOutside) at = placeIn(at, undefined);
    }
    const { channel } = at;
    const wanted = message.deleted ? [] : await look(ports, held, draft, at);

    for (const [nth, post] of wanted.entries()) {
      const part = nth + 1;
      const ts = there.get(part);
      if (ts !== undefined) {
        if (await slack().update(channel, ts, post, origin(part))) continue;
        // Whoever took the message away in Slack took all of it. A further part alone may have been ours to remove.
        if (part === 1) break;
      }
      if (isGone) throw new SlackError({ kind: 'final', code: THREAD_GONE });
      const wasInDoubt = isInDoubt;
      const made = await slack().post(channel, post, origin(part), at.thread);
      isInDoubt = true;
      if (made.thread === undefined && at.thread !== undefined && !mayStandOutside(at, link)) {
        await slack().remove(channel, made.ts);
        isInDoubt = wasInDoubt;
        throw new SlackError({ kind: 'final', code: THREAD_GONE });
      }
      if (part === 1) at = placeIn(at, made.thread);
      there.set(part, made.ts);
    }
    const surplus = [...there].filter(([part]) => part > wanted.length).sort(([a], [b]) => b - a);
    for (const [, ts] of surplus) await slack().remove(channel, ts);

    const parts = [...there]
      .filter(([part]) => part <= Math.max(wanted.length, 1))
      .sort(([a], [b]) => a - b)
      .map(([, ts]) => ts);
    const [ts] = parts;
    return { shown: ts === undefined ? undefined : { ...placeIn(at, at.thread), ts, parts } };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { trouble: troubleIn(error.trouble, at, link), isInDoubt, at };
  }
}

async function look(ports: ReachPorts, { room }: Held, draft: Draft, { team }: Place): Promise<Post[]> {
  const { message } = draft;
  const page = await draft.page;
  return posts(message, page, await pingsOf(inTeam(ports, team), room, team, message, page));
}
