import type { Answer } from '../answers/answer.ts';
import { create, SERVER_TIME, update, type Work } from '../model/effect.ts';
import type { Posted } from '../model/event.ts';
import { length } from '../model/guard.ts';
import { REPLY_TEXT_MAX } from '../model/limits.ts';
import { type Message, messagePath, replyId } from '../model/message.ts';
import type { Room } from '../model/room.ts';
import type { Reading } from './reading.ts';

/** By this name a room that is answered on demand calls for an answer. */
const MENTION = /@tsunagi\b/i;

const isAsked = (room: Room, { text }: Message): boolean =>
  room.reply === 'always' || (room.reply === 'mentioned' && MENTION.test(text));

const within = (text: string): string =>
  length(text) <= REPLY_TEXT_MAX
    ? text
    : `${Array.from(text)
        .slice(0, REPLY_TEXT_MAX - 1)
        .join('')}…`;

/**
 * Answers people, and only people: a reply never answers a reply.
 *
 * The reply's id derives from what it answers and its creation is the claim, so of several deliveries one answers. An
 * answer at hand is created done; one that comes is claimed first, and written as it comes.
 */
export const reply = ({ answer, rooms }: { answer: Answer; rooms: Pick<Reading, 'room'> }) =>
  async function* ({ room, id, message }: Posted): Work {
    if (message.author.kind === 'component' || message.deleted) return;
    const where = await rooms.room(room);
    if (!where || !isAsked(where, message)) return;

    const answered = answer({ text: message.text });
    if (answered === undefined) return;

    const path = messagePath(room, replyId(id));
    const claim = (text: string, state: 'writing' | 'done') =>
      create(path, {
        author: { kind: 'component', id: 'reply' },
        text,
        at: SERVER_TIME,
        revision: 1,
        ...(message.thread !== undefined && { thread: message.thread }),
        reply: { to: id, state },
      });

    if (typeof answered === 'string') {
      yield claim(within(answered), 'done');
      return;
    }
    if ((yield claim('', 'writing')) === 'exists') return;
    yield* write(path, answered);
  };

/** Advances a claimed reply part by part, to done or, where the engine breaks off, to failed with what there is. */
async function* write(path: string, parts: AsyncIterable<string>): Work {
  let text = '';
  let revision = 1;
  const advance = (state: 'writing' | 'done' | 'failed') =>
    update(path, { text: within(text), revision: ++revision, 'reply.state': state });
  const coming = parts[Symbol.asyncIterator]();
  for (;;) {
    let part: IteratorResult<string>;
    try {
      part = await coming.next();
    } catch {
      // The engine's own fault is the reply's state: people see it there and may ask again.
      yield advance('failed');
      return;
    }
    if (part.done) break;
    text += part.value;
    yield advance('writing');
  }
  yield advance(text.trim() === '' ? 'failed' : 'done');
}
