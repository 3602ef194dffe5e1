import { ABSENT, create, enqueue, type Fields, Refused, update, type Work } from '../model/effect.ts';
import type { Posted } from '../model/event.ts';
import { isMirrorable } from '../model/message.ts';
import { type Mirror, mirrorPath } from '../model/mirror.ts';
import type { Reading } from './reading.ts';

/**
 * Marks what Slack should show of a message, and gives its room a turn.
 *
 * The mark is a level: events that come twice, late or out of order find it as high or higher, and only the turn is given
 * again. A turn too many finds nothing to do; one too few would leave a message waiting.
 *
 * Where a room is not linked, nothing new is marked. What Slack has already is wanted as it is now, so that the next link of
 * the room catches up: above all with what was taken back.
 */
export const mirror = ({ store }: { store: Pick<Reading, 'link' | 'mirror'> }) =>
  async function* (posted: Posted): Work {
    const { room, message } = posted;
    if (!isMirrorable(message)) return;
    if (!(await store.link(room))) {
      if (message.revision > 1) yield* raise(store, posted);
      return;
    }
    const marked = yield mark(posted);
    if (marked === 'exists') yield* raise(store, posted);
    yield enqueue('slackPost', { room });
  };

/** The first mark of a message: Slack should show it as it stands. */
export const mark = ({ room, id, message }: Posted) =>
  create(mirrorPath(room, id), {
    room,
    message: id,
    at: message.at,
    wanted: message.revision,
    sent: 0,
    state: 'wanted',
    attempts: 0,
    lease: 0,
  });

/** Raises a mark, where there is one, to the message's revision. Whoever moves it in between is no obstacle: it is read and raised again. */
async function* raise(store: Pick<Reading, 'mirror'>, { room, id, message }: Posted): Work {
  const wanted = message.revision;
  let before: Mirror | undefined;
  for (;;) {
    const there = await store.mirror(room, id);
    if (!there || there.wanted >= wanted) return;
    try {
      yield update(mirrorPath(room, id), { wanted, ...raised(there) });
      return;
    } catch (error) {
      const isMoved = before === undefined || before.state !== there.state || before.lease !== there.lease;
      if (!(error instanceof Refused) || !isMoved) throw error;
      before = there;
    }
  }
}

/** An attempt in doubt stays in doubt, so that the next one looks in Slack first. What was given up has all attempts before it again. */
const raised = ({ state }: Mirror): Fields => {
  if (state === 'sending') return { state };
  return { state: 'wanted', ...(state === 'failed' && { attempts: 0, error: ABSENT }) };
};
