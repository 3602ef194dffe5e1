import { create, enqueue, update, type Work } from '../model/effect.ts';
import type { Posted } from '../model/event.ts';
import { isMirrorable } from '../model/message.ts';
import { mirrorPath } from '../model/mirror.ts';
import type { Reading } from './reading.ts';

/**
 * Marks what Slack should show of a message, and gives its room a turn.
 *
 * The mark is a level: events that come twice, late or out of order find it as high or higher, and only the turn is given
 * again. A turn too many finds nothing to do; one too few would leave a message waiting.
 */
export const mirror = ({ store }: { store: Pick<Reading, 'link' | 'mirror'> }) =>
  async function* ({ room, id, message }: Posted): Work {
    if (!isMirrorable(message) || !(await store.link(room))) return;

    const path = mirrorPath(room, id);
    const marked = yield create(path, {
      room,
      message: id,
      at: message.at,
      wanted: message.revision,
      sent: 0,
      state: 'wanted',
      attempts: 0,
      lease: 0,
    });
    if (marked === 'exists') {
      const mark = await store.mirror(room, id);
      if (!mark || mark.wanted < message.revision) yield raise(path, message.revision, mark?.state);
    }
    yield enqueue('slackPost', { room });
  };

/** An attempt in doubt stays in doubt, so that the next one looks in Slack first. */
const raise = (path: string, wanted: number, state: string | undefined) =>
  update(path, { wanted, ...(state !== 'sending' && { state: 'wanted' }) });
