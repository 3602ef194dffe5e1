import { type ReadonlySignal, signal } from '@preact/signals';
import {
  collection,
  doc,
  limit,
  orderBy,
  type Query,
  query,
  serverTimestamp,
  where,
  writeBatch,
} from 'firebase/firestore';
import { asDeadLetter, type DeadLetter, deadLettersPath } from '#model/dead-letter.ts';
import type { Checked } from '#model/guard.ts';
import { asLink, type Link, linksPath } from '#model/link.ts';
import { memberPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { listenToAll } from './listen.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** Documents with their ids; nothing until they are known, `failed` where they cannot be read. */
export type Listed<Document> =
  | readonly { readonly id: string; readonly value: Document }[]
  | 'failed'
  | undefined;

/** What an operator sees: the links of all rooms, and the dead letters that nobody has decided about. */
export type Desk = {
  readonly links: ReadonlySignal<Listed<Link>>;
  readonly letters: ReadonlySignal<Listed<DeadLetter>>;
  readonly close: () => void;
};

/** As many as the rules let be listed at once. */
const MOST = 50;

const follow = <Document>(asked: Query, named: (value: unknown) => Checked<Document>) => {
  const listed = signal<Listed<Document>>(undefined);
  const stop = listenToAll(
    asked,
    ({ docs }) => {
      listed.value = docs.flatMap((one) => {
        const seen = named(plain(one.data({ serverTimestamps: 'estimate' })));
        return seen.ok ? [{ id: one.id, value: seen.value }] : [];
      });
    },
    () => {
      listed.value = 'failed';
    },
  );
  return { listed, stop };
};

export const openDesk = (): Desk => {
  const links = follow(query(collection(store, linksPath), limit(MOST)), asLink);
  const open = query(
    collection(store, deadLettersPath),
    where('state', '==', 'open'),
    orderBy('at'),
    limit(MOST),
  );
  const letters = follow(open, asDeadLetter);
  const close = (): void => {
    links.stop();
    letters.stop();
  };
  return { links: links.listed, letters: letters.listed, close };
};

/** Makes a closed room that its maker owns; others come by invitation, or when its owner opens it. */
export const foundRoom = (room: string, name: string, uid: string): Promise<void> => {
  const now = serverTimestamp();
  return writeBatch(store)
    .set(doc(store, roomPath(room)), {
      name,
      visibility: 'closed',
      reply: 'mentioned',
      guests: false,
      owners: [uid],
      created: now,
      changed: now,
    })
    .set(doc(store, memberPath(room, uid)), { person: uid, role: 'owner', joined: now })
    .commit();
};
