import { create, enqueue, Refused, update, type Work } from '../model/effect.ts';
import type { Posted } from '../model/event.ts';
import { isMirrorable } from '../model/message.ts';
import { type Mirror, mirrorPath } from '../model/mirror.ts';
import type { Reading } from './reading.ts';

/**
 * Marks what Slack should show of a message, and gives its room a turn.
 *
 * The mark is a level: events that come twice, late or out of order find it as high or higher, and only the turn is given
 * again. A turn too many finds nothing to do; one too few would leave a message waiting.
 */
export const mirror = ({ store }: { store: Pick<Reading, 'link' | 'mirror'> }) =>
  async function* (posted: Posted): Work {
    const { room, message } = posted;
    if (!isMirrorable(message) || !(await store.link(room))) return;

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

/** Raises a mark to the message's revision. Whoever moves it in between is no obstacle: it is read and raised again. */
async function* raise(store: Pick<Reading, 'mirror'>, { room, id, message }: Posted): Work {
  const wanted = message.revision;
  let before: Mirror | undefined;
  for (;;) {
    const there = await store.mirror(room, id);
    if (!there) throw new Error(`The mark of ${id} in ${room} is there but cannot be read.`);
    if (there.wanted >= wanted) return;
    try {
      // An attempt in doubt stays in doubt, so that the next one looks in Slack first.
      const state = there.state === 'sending' ? 'sending' : 'wanted';
      yield update(mirrorPath(room, id), { wanted, state });
      return;
    } catch (error) {
      const isMoved = before === undefined || before.state !== there.state || before.lease !== there.lease;
      if (!(error instanceof Refused) || !isMoved) throw error;
      before = there;
    }
  }
}
