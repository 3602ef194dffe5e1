import { type Effect, enqueue, Refused, update, type Work } from '../model/effect.ts';
import type { Posted, Tick } from '../model/event.ts';
import { inboxPath } from '../model/inbox.ts';
import { NUDGES_MAX, REPLY_SECONDS_MAX } from '../model/limits.ts';
import { isFree } from '../model/link.ts';
import { messagePath } from '../model/message.ts';
import { isPaused } from '../model/pause.ts';
import { overlooked } from './overlooked.ts';
import type { Reading } from './reading.ts';
import { askForLooks } from './unheard.ts';
import { waitingRooms } from './waiting-rooms.ts';

type Store = Pick<
  Reading,
  | 'eventsWaiting'
  | 'link'
  | 'linksUnheard'
  | 'message'
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
/** Milliseconds back to which messages are compared: a run that was missed is made up for. */
const REACH = 10 * 60_000;

/**
 * Finds what was left behind and sets it going again; it never writes a text.
 *
 * Everything it asks for was somebody's to do and is asked for under an id that derives from its cause, so a run too many
 * finds nothing to do. What another has done meanwhile is refused by the rules: that is left to them, and told at the end.
 */
export const sweep = ({ store }: SweepPorts) =>
  async function* ({ now }: Tick): Work {
    const refused: Refused[] = [];
    const unlessTaken = taking(refused);
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    for (const reply of await store.repliesOpen(before(REPLY_SECONDS_MAX * 1_000), PAGE))
      yield* unlessTaken(breakOff(reply));
    for await (const effect of overlooked(store, before(REACH), before(PATIENCE))) yield* unlessTaken(effect);
    yield* giveTurns(store, before(PATIENCE), now);
    yield* askForLooks(store, now, refused);
    for (const { id, value } of await store.eventsWaiting(before(PATIENCE), PAGE))
      yield* unlessTaken(
        (value.nudges ?? 0) < NUDGES_MAX
          ? update(inboxPath(id), { nudges: (value.nudges ?? 0) + 1 })
          : update(inboxPath(id), { state: 'failed', reason: 'nobody could apply it' }),
      );
    if (refused[0]) throw refused[0];
  };

type UnlessTaken = (effect: Effect) => Work;

/** Asks for an effect that somebody else may have had meanwhile; a refusal is kept, and told when all else is done. */
const taking = (refused: Refused[]): UnlessTaken =>
  async function* (effect) {
    try {
      yield effect;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(error);
    }
  };

const breakOff = ({ room, id, message }: Posted): Effect =>
  update(messagePath(room, id), { revision: message.revision + 1, 'reply.state': 'failed' });

/** Gives a turn to each room in which something waits and which could take one. */
async function* giveTurns(store: Store, before: Date, now: Date): Work {
  for await (const room of waitingRooms(store, before)) {
    const link = await store.link(room);
    if (link && isFree(link, now) && !isPaused(link.pause, now)) yield enqueue('slackPost', { room });
  }
}
