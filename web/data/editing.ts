import { doc, serverTimestamp } from 'firebase/firestore';
import { sending } from '#model/member.ts';
import { type Message, messagePath } from '#model/message.ts';
import { spend } from './spend.ts';
import { store } from './store.ts';

/** What an author may do to their message: say it anew, or take it back. Rejects when it was refused. */
export type Editing = {
  readonly reword: (id: string, message: Message, text: string) => Promise<void>;
  readonly withdraw: (id: string, message: Message) => Promise<void>;
};

export const editingIn = (room: string, uid: string): Editing => {
  const change = (id: string, { revision }: Message, fields: object): Promise<void> =>
    spend(room, uid, sending(id, revision + 1), (batch) =>
      batch.update(doc(store, messagePath(room, id)), { ...fields, revision: revision + 1 }),
    );
  return {
    reword: (id, message, text) => change(id, message, { text, edited: serverTimestamp() }),
    withdraw: (id, message) => change(id, message, { text: '', deleted: serverTimestamp() }),
  };
};
