import type { Answer, Answered } from '../answers/answer.ts';
import { create, Refused, SERVER_TIME, update, type Work } from '../model/effect.ts';
import type { Posted } from '../model/event.ts';
import { length } from '../model/guard.ts';
import { REPLY_REVISIONS_MAX, REPLY_TEXT_MAX } from '../model/limits.ts';
import { type Message, messagePath, type ReplyState, replyId } from '../model/message.ts';
import type { Room } from '../model/room.ts';
import { isSlackBot } from '../model/slack-person.ts';
import type { Reading } from './reading.ts';

export type ReplyPorts = {
  readonly answer: Answer;
  readonly rooms: Pick<Reading, 'room'>;
  readonly messages: Pick<Reading, 'message'>;
};

/** By this name a room that is answered on demand calls for an answer. */
const MENTION = /@tsunagi\b/i;

/** Who is never answered: whoever answers could be answered in turn, without end. */
const isMachine = ({ kind, id }: Message['author']): boolean =>
  kind === 'component' || (kind === 'slack' && isSlackBot(id));

/** Whether the room's setting wants an answer to this. */
export const isAsked = (room: Pick<Room, 'reply'>, { author, deleted, text }: Message): boolean =>
  !isMachine(author) &&
  !deleted &&
  (room.reply === 'always' || (room.reply === 'mentioned' && MENTION.test(text)));

/**
 * Answers people, and only people: a reply never answers a reply.
 *
 * The reply's id derives from what it answers and its creation is the claim, so of several deliveries one answers. An
 * answer at hand is created done; one that comes is claimed first, and written as it comes. A place that was left open
 * for a reply (`wanted`) is taken the same way: the first advance is the claim.
 */
export const reply = (ports: ReplyPorts) =>
  async function* ({ room, id, message }: Posted): Work {
    if (message.reply?.state === 'wanted') return yield* fill(ports, room, id, message.reply);
    const answered = await answerTo(ports, room, message);
    if (answered === undefined) return;

    const path = messagePath(room, replyId(id));
    const claim = (text: string, state: ReplyState['state']) =>
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
    yield* write(path, answered, 1);
  };

async function answerTo({ answer, rooms }: ReplyPorts, room: string, message: Message): Promise<Answered> {
  if (isMachine(message.author) || message.deleted) return undefined;
  const where = await rooms.room(room);
  return where && isAsked(where, message) ? answer({ text: message.text }) : undefined;
}

/** Answers in a place that was left open. Whoever finds it taken leaves it to who took it. */
async function* fill(ports: ReplyPorts, room: string, id: string, { to }: ReplyState): Work {
  const asked = await ports.messages.message(room, to);
  const answered = asked && (await answerTo(ports, room, asked));
  const path = messagePath(room, id);
  const take = (text: string, state: ReplyState['state']) =>
    update(path, { text, revision: 2, 'reply.state': state });
  try {
    if (answered === undefined) yield take('', 'failed');
    else if (typeof answered === 'string') yield take(within(answered), 'done');
    else yield take('', 'writing');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const now = await ports.messages.message(room, id);
    if (now?.reply?.state === 'wanted') throw error;
    return;
  }
  if (answered !== undefined && typeof answered !== 'string') yield* write(path, answered, 2);
}

/** Advances a claimed reply part by part, to done or, where the engine breaks off, to failed with what there is. */
async function* write(path: string, parts: AsyncIterable<string>, claimed: number): Work {
  let text = '';
  let revision = claimed;
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
    // The last revision is kept for the end.
    if (revision < REPLY_REVISIONS_MAX - 1) yield advance('writing');
  }
  yield advance(text.trim() === '' ? 'failed' : 'done');
}

const within = (text: string): string =>
  length(text) <= REPLY_TEXT_MAX
    ? text
    : `${Array.from(text)
        .slice(0, REPLY_TEXT_MAX - 1)
        .join('')}…`;
