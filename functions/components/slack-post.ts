import { ABSENT, enqueue, Later, SERVER_TIME, update, type Work } from '../model/effect.ts';
import type { RoomJob } from '../model/event.ts';
import { LEASE_SECONDS, PAUSE_SECONDS_MAX, SLACK_MILLISECONDS } from '../model/limits.ts';
import { type Link, linkPath } from '../model/link.ts';
import { allowed } from './allowed.ts';
import { ahead, type Draft, type DraftPorts, draftOf } from './draft.ts';
import type { Held } from './held.ts';
import { connectedOnce } from './in-team.ts';
import { readReactionsDue } from './reaction-queue.ts';
import type { Reading } from './reading.ts';
import { type RoomQueue, readQueue } from './room-queue.ts';
import { type SettlePorts, settle } from './settle.ts';
import { type SettleReactionsPorts, settleReactions } from './settle-reactions.ts';
import type { Stop } from './trouble.ts';
import { type Unwritten, write } from './unwritten.ts';

export type SlackPostPorts = DraftPorts &
  SettlePorts &
  SettleReactionsPorts & {
    readonly store: Pick<
      Reading,
      'link' | 'messagesSince' | 'mirrorsDue' | 'mirrorsSince' | 'reactionMirrorsDue'
    >;
  };

/** A worker takes on nothing new in the second half of its lease: the longest Slack call fits into what is left. */
const RUN_MILLISECONDS = (LEASE_SECONDS / 2) * 1_000;
/** The last call begins so long after the claim that it ends, at its latest, within the lease. */
const CALLS_MILLISECONDS = LEASE_SECONDS * 1_000 - SLACK_MILLISECONDS;

/**
 * Makes Slack match what is wanted of one room: post, update, delete, in the room's order.
 *
 * One worker per room holds the lease on its link. Whoever finds it taken comes again later: the holder may be dead, and
 * the server's clock says when its lease ends.
 */
export const slackPost = (ports: SlackPostPorts) =>
  async function* ({ room }: RoomJob): Work {
    const until = ports.elapsed() + RUN_MILLISECONDS;
    while (ports.elapsed() < until) {
      const link = await ports.store.link(room);
      if (!link) return;
      const glance = await readQueue(ports.store, room, link);
      const isDone = glance.due.length === 0 && glance.settledWith(new Set()) <= link.settled;
      if (isDone && (await readReactionsDue(ports.store, room, link)).length === 0) return;

      const held = yield* claim(room, link, ports.elapsed() + CALLS_MILLISECONDS);
      // The number we claimed follows the one we read: if the room was free then, nobody has worked on it since.
      const queue = link.lease.held ? await readQueue(ports.store, room, link) : glance;
      const turn = connectedOnce(ports);
      // While the first message is read.
      turn.slackOf(link.team);
      const stop = yield* workOff(turn, held, queue, until);
      if (stop?.mend) return;
      if (stop) throw new Later(`Slack could not be served for ${room}: ${stop.error ?? `${stop.pause} s`}.`);
    }
    yield enqueue('slackPost', { room });
  };

/** Takes the lease under the next number. The rules judge whether it is free and whether Slack's pause is over. */
async function* claim(room: string, link: Link, until: number): Work<Held> {
  const number = link.lease.number + 1;
  const claims = update(linkPath(room), { lease: { number, held: true, since: SERVER_TIME } });
  if (!(yield* allowed(claims))) throw new Later(`Room ${room} is being served, or Slack asked to wait.`);
  return { room, link, number, until };
}

/** Settles what is due, then lets go and leaves on the link what was learnt. Returns what stopped it, if anything. */
async function* workOff(
  ports: SlackPostPorts,
  given: Held,
  queue: RoomQueue,
  until: number,
): Work<Stop | undefined> {
  const { link, number, room } = given;
  const { error: fault, ...mended } = link;
  let held = given;
  const settled = new Set<string>();
  let stop: Stop | undefined;
  let left: Unwritten | undefined;
  const [first] = queue.due;
  let draft = ahead(first ? draftOf(ports, first.mirror, first.message) : Promise.resolve(undefined));
  for (const [nth, { mirror }] of queue.due.entries()) {
    if (ports.elapsed() >= until) break;
    let mine: Draft | undefined;
    try {
      mine = await draft;
    } catch (error) {
      yield* write(left);
      throw error;
    }
    // While Slack is given this one, the next one is read: as it is by now, and not as it was when the queue was read.
    const next = queue.due[nth + 1];
    if (next) draft = ahead(draftOf(ports, next.mirror));
    ({ stop, left } = yield* settle(ports, held, mirror, mine, left));
    if (stop) break;
    settled.add(mirror.message);
    // The room's next message need not ask whether what was wrong still is.
    held = { ...given, link: mended };
  }
  yield* write(left);
  // Once the messages are there, what is felt about them.
  if (!stop)
    stop = yield* settleReactions(ports, held, await readReactionsDue(ports.store, room, link), until);
  // A pause tells nothing of what was wrong before: only a message that went through does.
  const error = stop?.error ?? (stop ? fault : undefined);
  yield update(linkPath(room), {
    'lease.held': false,
    'lease.number': number,
    pause: { since: SERVER_TIME, seconds: Math.min(stop?.pause ?? 0, PAUSE_SECONDS_MAX) },
    settled: queue.settledWith(settled),
    error: error ?? ABSENT,
  });
  if (error !== undefined && error !== fault) ports.alarm('link in trouble', { room, reason: error });
  return stop;
}
