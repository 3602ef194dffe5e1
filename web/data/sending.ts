import { doc, getDocFromServer, serverTimestamp, waitForPendingWrites } from 'firebase/firestore';
import { sending } from '#model/member.ts';
import { messagePath } from '#model/message.ts';
import { countUnsent, type Deliver, type Outbox, openOutbox, outboxKey } from './outbox.ts';
import { spend, TooFast } from './spend.ts';
import { store } from './store.ts';
import { keys } from './stored.ts';

/** Whether the server has the message; false also where it cannot be asked. */
const arrived = (room: string, id: string): Promise<boolean> =>
  getDocFromServer(doc(store, messagePath(room, id))).then(
    (found) => found.exists(),
    () => false,
  );

/** Creates the message. A second creation is refused; so a refusal is a failure only if the message is not there. */
const deliver =
  (room: string, uid: string): Deliver =>
  async (id, text, thread) => {
    const message = {
      author: { kind: 'person', id: uid },
      text,
      at: serverTimestamp(),
      revision: 1,
      ...(thread !== undefined && { thread }),
    };
    try {
      await spend(room, uid, sending(id, 1), (batch) =>
        batch.set(doc(store, messagePath(room, id)), message),
      );
    } catch (refused) {
      if (await arrived(room, id)) return undefined;
      return refused instanceof TooFast ? 'tooFast' : 'failed';
    }
    return undefined;
  };

/** After a reload Firestore may still carry the message itself: that is waited for. */
const deliverAgain =
  (room: string, uid: string): Deliver =>
  async (id, text, thread) => {
    await waitForPendingWrites(store);
    return (await arrived(room, id)) ? undefined : deliver(room, uid)(id, text, thread);
  };

/** The outboxes of one person, one for each room. */
export type Sending = { readonly outbox: (room: string) => Outbox; readonly close: () => void };

/** Opens them, and sends on what an earlier page left unsent. */
export const openSending = (uid: string): Sending => {
  const outboxes = new Map<string, Outbox>();
  const outbox = (room: string): Outbox => {
    const opened = outboxes.get(room) ?? openOutbox(room, deliver(room, uid));
    outboxes.set(room, opened);
    return opened;
  };
  const start = outboxKey('');
  for (const key of keys(start)) {
    const room = key.slice(start.length);
    outbox(room).resume(deliverAgain(room, uid));
  }
  return { outbox, close: () => outboxes.forEach((one) => one.close()) };
};

/** How many messages would be lost by signing out now. */
export const unsentCount = (): number => countUnsent(keys(outboxKey('')));
