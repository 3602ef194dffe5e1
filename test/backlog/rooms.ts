import type { Firestore } from 'firebase-admin/firestore';
import { type Message, messagePath } from '#model/message.ts';
import { type Mirror, mirrorPath } from '#model/mirror.ts';
import { ACCOUNTS } from '../../scripts/seed/accounts.ts';
import type { Place } from '../faults/rooms.ts';
import type { Said } from '../simulation/plan.ts';

/** How much waits: so many rooms, so many messages in each. */
export type Backlog = { readonly rooms: number; readonly messages: number };

/** Writes in one batch: well below what Firestore takes. https://firebase.google.com/docs/firestore/quotas#writes_and_transactions */
const BATCH = 400;
/** Milliseconds between two messages of a room, and before the first of them: the last one was said a good while ago, too. */
const BETWEEN = 1_000;
const BEFORE = 50 * 60_000;

export const placesOf = ({ rooms }: Backlog): readonly Place[] =>
  Array.from({ length: rooms }, (_, nth) => ({
    room: `backlog${nth}`,
    channel: `C0BACKLOG${nth}`,
    reply: 'off',
  }));

/** What has been said in these rooms, in order, and is on nobody's way to Slack yet. */
export const saidIn = (places: readonly Place[], { messages }: Backlog): readonly Said[] =>
  places.flatMap(({ room, channel }) =>
    Array.from({ length: messages }, (_, nth) => ({
      room,
      channel,
      id: `waits${String(nth).padStart(15, '0')}`,
      from: 'web' as const,
      answered: false,
      texts: [`Message ${nth + 1} of ${room}`],
      revision: 1,
      deleted: false,
    })),
  );

/** Puts there what was said, with the mark of each message: Slack should show it, and nobody has tried. */
export async function leave(firestore: Firestore, history: readonly Said[]): Promise<void> {
  const began = Date.now() - BEFORE;
  const author = { kind: 'person', id: ACCOUNTS[0].sub } as const;
  const count = new Map<string, number>();
  const documents = history.flatMap(({ room, id, texts, revision }): [string, object][] => {
    const nth = count.get(room) ?? 0;
    count.set(room, nth + 1);
    const at = new Date(began + nth * BETWEEN);
    const message: Message = { author, text: texts[0] ?? '', at, revision };
    const mirror: Mirror = {
      room,
      message: id,
      at,
      wanted: revision,
      sent: 0,
      state: 'wanted',
      attempts: 0,
      lease: 0,
    };
    return [
      [messagePath(room, id), message],
      [mirrorPath(room, id), mirror],
    ];
  });
  for (let first = 0; first < documents.length; first += BATCH) {
    const batch = firestore.batch();
    for (const [path, document] of documents.slice(first, first + BATCH))
      batch.set(firestore.doc(path), document);
    await batch.commit();
  }
}
