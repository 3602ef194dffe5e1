import { type Effect, enqueue, Refused, update, type Work } from '../model/effect.ts';
import type { Posted, Tick } from '../model/event.ts';
import { inboxPath } from '../model/inbox.ts';
import { NUDGES_MAX, REPLY_SECONDS_MAX } from '../model/limits.ts';
import { isFree } from '../model/link.ts';
import { messagePath } from '../model/message.ts';
import { isPaused } from '../model/pause.ts';
import { overlooked } from './overlooked.ts';
import type { Reading } from './reading.ts';
import { taking, type UnlessTaken } from './taking.ts';
import { compareRooms } from './unheard.ts';
import { waitingRooms } from './waiting-rooms.ts';

type Store = Pick<
  Reading,
  | 'eventsWaiting'
  | 'link'
  | 'linksUnheard'
  | 'message'
  | 'messagesSince'
  | 'mirror'
  | 'nextMirrorWaiting'
  | 'nextReactionMirrorWaiting'
  | 'repliesOpen'
  | 'room'
  | 'saidBetween'
>;

export type SweepPorts = { readonly store: Store };

/** Documents of each kind in one run: what is left over is there at the next. */
const PAGE = 50;
/** Milliseconds that whoever is at work on something is given first. */
const PATIENCE = 45_000;
/** Milliseconds back to which messages are compared, first those of the last runs, so that many before them don't hide them. */
const RECENT = 3 * 60_000;
/** A run that was missed is made up for. */
const REACH = 10 * 60_000;

/**
 * Finds what was left behind and sets it going again; it never writes a text.
 *
 * Everything it asks for was somebody's to do and is asked for under an id that derives from its cause, so a run too many
 * finds nothing to do. What another has done meanwhile is refused by the rules: that is left to them, and told at the end, as is
 * what else goes wrong with one kind of thing: the others are no less looked after.
 */
export const sweep = ({ store }: SweepPorts) =>
  async function* ({ now }: Tick): Work {
    const wrong: unknown[] = [];
    const unlessTaken = taking(wrong);
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    const to = before(PATIENCE);
    const kinds = [
      endReplies(store, before(REPLY_SECONDS_MAX * 1_000), unlessTaken),
      makeUp(store, before(RECENT), to, unlessTaken),
      makeUp(store, before(REACH), before(RECENT), unlessTaken),
      giveTurns(store, to, now),
      compareRooms(store, { now, to }, unlessTaken),
      bringUp(store, to, unlessTaken),
    ];
    for (const kind of kinds)
      try {
        yield* kind;
      } catch (error) {
        wrong.push(error);
      }
    // A refusal is final for the platform, and anything else is not.
    const failures = wrong.filter((error) => !(error instanceof Refused));
    if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join(' · '));
    const [worst] = [...failures, ...wrong];
    if (worst) throw worst;
  };

/** Replies that nobody carries on, their workers' time being over. */
async function* endReplies(store: Store, before: Date, unlessTaken: UnlessTaken): Work {
  for (const reply of await store.repliesOpen(before, PAGE)) yield* unlessTaken(breakOff(reply));
}

/** Messages that were neither marked nor answered. */
async function* makeUp(store: Store, from: Date, to: Date, unlessTaken: UnlessTaken): Work {
  for await (const effect of overlooked(store, from, to)) yield* unlessTaken(effect);
}

/** Slack's events that nobody applied: each is brought up again, and given up in the end. */
async function* bringUp(store: Store, before: Date, unlessTaken: UnlessTaken): Work {
  for (const { id, value } of await store.eventsWaiting(before, PAGE))
    yield* unlessTaken(
      (value.nudges ?? 0) < NUDGES_MAX
        ? update(inboxPath(id), { nudges: (value.nudges ?? 0) + 1 })
        : update(inboxPath(id), { state: 'failed', reason: 'nobody could apply it' }),
    );
}

const breakOff = ({ room, id, message }: Posted): Effect =>
  update(messagePath(room, id), { revision: message.revision + 1, 'reply.state': 'failed' });

/** Gives a turn to each room in which something waits and which could take one. */
async function* giveTurns(store: Store, before: Date, now: Date): Work {
  for await (const room of waitingRooms(store, before)) {
    const link = await store.link(room);
    if (link && isFree(link, now) && !isPaused(link.pause, now)) yield enqueue('slackPost', { room });
  }
}
