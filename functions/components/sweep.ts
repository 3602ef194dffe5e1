import { create, type Effect, enqueue, Refused, SERVER_TIME, update, type Work } from '../model/effect.ts';
import type { Posted, Tick } from '../model/event.ts';
import { inboxPath } from '../model/inbox.ts';
import { NUDGES_MAX, REPLY_SECONDS_MAX } from '../model/limits.ts';
import { isFree, isPaused } from '../model/link.ts';
import { isMirrorable, messagePath, replyId } from '../model/message.ts';
import { mark } from './mirror.ts';
import type { Reading } from './reading.ts';
import { isAsked } from './reply.ts';
import { askForLooks } from './unheard.ts';

type Store = Pick<
  Reading,
  | 'eventsWaiting'
  | 'link'
  | 'linksUnheard'
  | 'message'
  | 'mirror'
  | 'mirrorsWaiting'
  | 'reactionMirrorsWaiting'
  | 'repliesOpen'
  | 'room'
  | 'saidBetween'
>;

export type SweepPorts = { readonly store: Store };

/** Documents of each kind in one run: what is left over is there at the next. */
const PAGE = 50;
/** Pages of messages that one run compares with their marks and replies. */
const PAGES = 4;
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
    yield* compare(store, unlessTaken, before(REACH), before(PATIENCE));
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

/** Looks for messages that were neither marked nor answered though they should have been. */
async function* compare(store: Store, unlessTaken: UnlessTaken, from: Date, to: Date): Work {
  let start = from;
  for (let page = 0; page < PAGES; page += 1) {
    const said = await store.saidBetween(start, to, PAGE);
    for (const posted of said) {
      yield* markMissing(store, unlessTaken, posted);
      yield* answerMissing(store, unlessTaken, posted);
    }
    const last = said.at(-1);
    if (!last || said.length < PAGE) return;
    start = last.message.at;
  }
}

/** Marks what has no mark; its room is given a turn with all that wait. */
async function* markMissing(store: Store, unlessTaken: UnlessTaken, posted: Posted): Work {
  const { room, id, message } = posted;
  if (!isMirrorable(message) || !(await store.link(room)) || (await store.mirror(room, id))) return;
  yield* unlessTaken(mark(posted));
}

/** Leaves a place open for a reply that nobody began: its creation calls `reply`. */
async function* answerMissing(store: Store, unlessTaken: UnlessTaken, { room, id, message }: Posted): Work {
  if (message.author.kind === 'component') return;
  const where = await store.room(room);
  if (!where || !isAsked(where, message) || (await store.message(room, replyId(id)))) return;
  const place = create(messagePath(room, replyId(id)), {
    author: { kind: 'component', id: 'reply' },
    text: '',
    at: SERVER_TIME,
    revision: 1,
    ...(message.thread !== undefined && { thread: message.thread }),
    reply: { to: id, state: 'wanted' },
  });
  yield* unlessTaken(place);
}

/** Gives a turn to each room in which something waits and which could take one. */
async function* giveTurns(store: Store, before: Date, now: Date): Work {
  const waiting = [
    ...(await store.mirrorsWaiting(before, PAGE)),
    ...(await store.reactionMirrorsWaiting(before, PAGE)),
  ];
  for (const room of new Set(waiting.map((mirror) => mirror.room))) {
    const link = await store.link(room);
    if (link && isFree(link, now) && !isPaused(link, now)) yield enqueue('slackPost', { room });
  }
}
