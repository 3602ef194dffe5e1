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
  async function* (posted: Posted): Work {
    const { room, id, message } = posted;
    if (!isMirrorable(message) || !(await store.link(room))) return;

    const marked = yield mark(posted);
    if (marked === 'exists') {
      const there = await store.mirror(room, id);
      if (!there || there.wanted < message.revision)
        yield raise(mirrorPath(room, id), message.revision, there?.state);
    }
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

/** An attempt in doubt stays in doubt, so that the next one looks in Slack first. */
const raise = (path: string, wanted: number, state: string | undefined) =>
  update(path, { wanted, ...(state !== 'sending' && { state: 'wanted' }) });
