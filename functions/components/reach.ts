import { Later } from '../model/effect.ts';
import type { Link } from '../model/link.ts';
import { type Message, slackOrigin } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import { isOfChannel, type Slack, SlackError, type SlackTrouble } from '../slack/port.ts';
import { type Origin, type Post, posts } from '../slack/post.ts';
import { type PingingPorts, pingsOf } from './pinging.ts';
import type { Reading } from './reading.ts';

/** What settling asks of Slack. */
export type Posting = Pick<Slack, 'find' | 'post' | 'remove' | 'update'>;

export type ReachPorts = PingingPorts & {
  readonly store: Pick<Reading, 'mirror' | 'person'>;
  readonly slack: Posting;
  /** Milliseconds since some fixed moment; never goes back. */
  readonly elapsed: () => number;
};

/** A room whose lease we hold, under our number. */
export type Held = {
  readonly room: string;
  readonly link: Link;
  readonly number: number;
  /** By when the last call to Slack has to begin, on the clock of {@link ReachPorts.elapsed}: it ends within the lease. */
  readonly until: number;
};

/** A channel of Slack, or a thread in it. */
export type Place = { readonly channel: string; readonly thread?: string };

/** What Slack shows of a message: its posts in order, the first of which is `ts`. */
export type Shown = Place & { readonly ts: string; readonly parts: readonly string[] };

/** What came of it: what Slack shows now, nothing in the end, or trouble that leaves what Slack has on record or in doubt. */
export type Reached =
  | { readonly shown: Shown | undefined }
  | { readonly trouble: SlackTrouble; readonly isInDoubt: boolean };

/** Milliseconds before an attempt from which Slack is asked for what it may have: Slack's clock is not ours. */
const LOOK_BACK = 15 * 60 * 1_000;

/** Where a message belongs: where its thread is, wherever the room has moved since, else where the room is. */
export async function placeOf(
  { store }: Pick<ReachPorts, 'store'>,
  { room, link }: Held,
  mirror: Mirror,
  message: Message,
): Promise<Place> {
  if (mirror.channel !== undefined) return placeIn(mirror.channel, mirror.thread);
  const root = message.thread === undefined ? undefined : await rootOf(store, room, message.thread);
  const here = placeIn(link.channel, link.thread);
  // A room that is a thread has no threads in Slack: there is one level of them.
  return root === undefined || (link.mode === 'thread' && root.channel === link.channel) ? here : root;
}

const placeIn = (channel: string, thread: string | undefined): Place => ({
  channel,
  ...(thread !== undefined && { thread }),
});

/** The message that is answered, as Slack knows it: its own where it came from there, else its mirror's. */
async function rootOf(
  store: Pick<Reading, 'mirror'>,
  room: string,
  message: string,
): Promise<Place | undefined> {
  const said = slackOrigin(message);
  if (said) return { channel: said.channel, thread: said.ts };
  const { channel, ts, thread } = (await store.mirror(room, message)) ?? {};
  return channel === undefined || ts === undefined ? undefined : { channel, thread: thread ?? ts };
}

/**
 * Does what is missing between what Slack shows and the message: changes the posts that are there, makes those that are
 * missing, one after the other, and removes those that are too many, the last first.
 */
export async function reach(
  ports: ReachPorts,
  held: Held,
  mirror: Mirror,
  message: Message,
  place: Place,
): Promise<Reached> {
  const { revision } = message;
  const origin = (part: number): Origin => ({ room: held.room, message: mirror.message, revision, part });
  let isInDoubt = mirror.state === 'sending' || mirror.doubt !== undefined;
  try {
    const there = new Map((mirror.parts ?? []).map((ts, nth) => [nth + 1, ts]));
    const { channel, thread } = isInDoubt ? await search(ports, held, mirror, message, place, there) : place;
    const wanted = message.deleted ? [] : await look(ports, held, message);

    for (const [nth, post] of wanted.entries()) {
      const part = nth + 1;
      const ts = there.get(part);
      if (ts !== undefined && (await isUpdated(inTime(ports, held), channel, ts, post, origin(part))))
        continue;
      const made = await inTime(ports, held).post(channel, post, origin(part), thread);
      isInDoubt = true;
      there.set(part, made.ts);
    }
    const surplus = [...there].filter(([part]) => part > wanted.length).sort(([a], [b]) => b - a);
    for (const [, ts] of surplus) await inTime(ports, held).remove(channel, ts);

    const parts = [...there]
      .filter(([part]) => part <= Math.max(wanted.length, 1))
      .sort(([a], [b]) => a - b)
      .map(([, ts]) => ts);
    const [ts] = parts;
    return { shown: ts === undefined ? undefined : { ...placeIn(channel, thread), ts, parts } };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { trouble: error.trouble, isInDoubt };
  }
}

async function look(ports: ReachPorts, { room, link }: Held, message: Message): Promise<Post[]> {
  const { author } = message;
  const page = author.kind === 'person' ? await ports.store.person(author.id) : undefined;
  return posts(message, page, await pingsOf(ports, room, link, message, page));
}

/** Adds to what is `there` the posts that an attempt made of which we do not know; says where that was. */
async function search(
  { slack }: ReachPorts,
  { link }: Held,
  mirror: Mirror,
  message: Message,
  place: Place,
  there: Map<number, string>,
): Promise<Place> {
  const began = mirror.doubt?.since ?? message.at;
  const { channel, thread } = mirror.doubt ?? place;
  const since = new Date(began.getTime() - LOOK_BACK);
  try {
    const found = await slack.find(channel, mirror, since, thread);
    for (const { part, ts } of found) if (!there.has(part)) there.set(part, ts);
    return found.length === 0 ? place : placeIn(channel, thread);
  } catch (error) {
    // The room has moved away from a channel that is gone, or closed to us.
    if (error instanceof SlackError && isOfChannel(error.trouble) && channel !== link.channel) return place;
    throw error;
  }
}

/** Changes a post; a further part that somebody removed in Slack has to be made anew. */
async function isUpdated(
  slack: Posting,
  channel: string,
  ts: string,
  post: Post,
  origin: Origin,
): Promise<boolean> {
  try {
    await slack.update(channel, ts, post, origin);
    return true;
  } catch (error) {
    const isGone =
      error instanceof SlackError &&
      error.trouble.kind === 'final' &&
      error.trouble.code === 'message_not_found';
    if (isGone && origin.part > 1) return false;
    throw error;
  }
}

/** Slack, for as long as the room is ours: a worker that was held up may have been taken for dead, and another be at it. */
function inTime({ slack, elapsed }: ReachPorts, { room, until }: Held): Posting {
  if (elapsed() <= until) return slack;
  throw new Later(`The lease on ${room} ran out before Slack was asked.`);
}
