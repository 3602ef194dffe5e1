import { create, type Effect, SERVER_TIME } from '../model/effect.ts';
import type { Posted } from '../model/event.ts';
import { isMirrorable, messagePath, replyId } from '../model/message.ts';
import { abreast } from './abreast.ts';
import { onceEach } from './once.ts';
import type { Reading } from './reading.ts';
import { isAsked } from './reply.ts';
import { missingMark } from './unmarked.ts';

type Store = Pick<Reading, 'link' | 'message' | 'mirror' | 'room' | 'saidBetween'>;

/** Messages that are compared at a time, and how often in one run: what is left over is there at the next. */
const PAGE = 50;
const PAGES = 4;

/** What makes up for messages that were neither marked nor answered though they should have been, page by page. */
export async function* overlooked(store: Store, from: Date, to: Date): AsyncGenerator<Effect> {
  // Many of them are of one room, which is read once.
  const reading = { ...store, link: onceEach(store.link), room: onceEach(store.room) };
  let start = from;
  for (let page = 0; page < PAGES; page += 1) {
    const said = await store.saidBetween(start, to, PAGE);
    const missingOf = async (posted: Posted) => [
      isMirrorable(posted.message) &&
        (await reading.link(posted.room)) &&
        (await missingMark(reading, posted)),
      await missingReply(reading, posted),
    ];
    for await (const missing of abreast(said, missingOf))
      for (const effect of missing) if (effect) yield effect;
    const last = said.at(-1);
    if (!last || said.length < PAGE) return;
    start = last.message.at;
  }
}

/** An open place for a reply that nobody began: its creation calls `reply`. */
async function missingReply(store: Store, { room, id, message }: Posted): Promise<Effect | undefined> {
  if (message.author.kind === 'component') return undefined;
  const where = await store.room(room);
  if (!where || !isAsked(where, message) || (await store.message(room, replyId(id)))) return undefined;
  return create(messagePath(room, replyId(id)), {
    author: { kind: 'component', id: 'reply' },
    text: '',
    at: SERVER_TIME,
    revision: 1,
    ...(message.thread !== undefined && { thread: message.thread }),
    reply: { to: id, state: 'wanted' },
  });
}
