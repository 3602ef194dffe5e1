import { FirebaseError } from 'firebase/app';
import {
  deleteField,
  doc,
  type Firestore,
  getDocFromServer,
  increment,
  serverTimestamp,
  type WriteBatch,
  writeBatch,
} from 'firebase/firestore';
import { fieldsIn } from '#model/effect.ts';
import { type Allowance, asMember, memberPath, sending, spending } from '#model/member.ts';
import { messagePath } from '#model/message.ts';
import { reacting, reactionPath } from '#model/reaction.ts';
import { plain } from './plain.ts';

/** What a person says and takes back, each in one batch with their membership, as the rules want it. */
export type Voice = {
  /** `thread`: the message that it answers. */
  say(room: string, text: string, id: string, thread?: string): Promise<void>;
  /** `revision`: the one that the message gets by it. */
  reword(room: string, id: string, revision: number, text: string): Promise<void>;
  withdraw(room: string, id: string, revision: number): Promise<void>;
  /** Adds one's own reaction to a message, or takes it away. */
  react(room: string, id: string, emoji: string, on: boolean): Promise<void>;
};

const terms = { serverTime: serverTimestamp(), absent: deleteField(), increment: increment(1) };

/** A person's voice. What they sent is read once for each room, and counted from then on. */
export function voiceOf(firestore: Firestore, uid: string): Voice {
  const known = new Map<string, Allowance | undefined>();
  const reads = new Map<string, Promise<void>>();

  const read = async (room: string): Promise<void> => {
    const there = await getDocFromServer(doc(firestore, memberPath(room, uid)));
    const member = asMember(plain(there.data() ?? {}));
    known.set(room, member.ok ? member.value.sent : undefined);
  };
  const attempt = async (room: string, what: string, write: (batch: WriteBatch) => void): Promise<void> => {
    const now = new Date();
    const sent = known.get(room);
    const fields = spending(sent, what, now);
    const batch = writeBatch(firestore);
    batch.update(doc(firestore, memberPath(room, uid)), fieldsIn(terms, fields));
    write(batch);
    // Counted before the answer: two that are sent at once are two.
    known.set(
      room,
      sent && !('sent' in fields)
        ? { ...sent, count: sent.count + 1, last: what }
        : { since: now, count: 1, last: what },
    );
    await batch.commit();
  };
  const spend: typeof attempt = async (room, what, write) => {
    const reading = reads.get(room) ?? read(room);
    reads.set(room, reading);
    await reading;
    try {
      await attempt(room, what, write);
    } catch (error) {
      // Where it took long to get there, a new minute may have begun meanwhile: the server's count says so, as it does to the web app.
      if (!(error instanceof FirebaseError) || error.code !== 'permission-denied') throw error;
      await read(room);
      await attempt(room, what, write);
    }
  };
  const place = (room: string, id: string) => doc(firestore, messagePath(room, id));

  return {
    say: (room, text, id, thread) =>
      spend(room, sending(id, 1), (batch) =>
        batch.set(place(room, id), {
          author: { kind: 'person', id: uid },
          text,
          at: serverTimestamp(),
          revision: 1,
          ...(thread !== undefined && { thread }),
        }),
      ),
    reword: (room, id, revision, text) =>
      spend(room, sending(id, revision), (batch) =>
        batch.update(place(room, id), { text, revision, edited: serverTimestamp() }),
      ),
    withdraw: (room, id, revision) =>
      spend(room, sending(id, revision), (batch) =>
        batch.update(place(room, id), { text: '', revision, deleted: serverTimestamp() }),
      ),
    react: (room, id, emoji, on) =>
      spend(room, reacting(id, emoji, on), (batch) => {
        const own = doc(firestore, reactionPath(room, id, uid, emoji));
        if (on) batch.set(own, { by: { kind: 'person', id: uid }, emoji, on, at: serverTimestamp() });
        else batch.delete(own);
      }),
  };
}
