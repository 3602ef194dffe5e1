import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  collection,
  doc,
  documentId,
  limit,
  orderBy,
  type Query,
  query,
  serverTimestamp,
  startAfter,
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

/** What an operator sees: the links of all rooms, page by page, and the dead letters that nobody has decided about. */
export type Desk = {
  readonly links: ReadonlySignal<Listed<Link>>;
  /** After which room each page begins that was opened; the first has none before it. */
  readonly pages: ReadonlySignal<readonly (string | undefined)[]>;
  /** Opens the next page, where there may be one. */
  readonly next: ReadonlySignal<(() => void) | undefined>;
  readonly letters: ReadonlySignal<Listed<DeadLetter>>;
  readonly close: () => void;
};

/** As many as the rules let be listed at once. */
const MOST = 50;

type Followed<Document> = {
  readonly listed: Signal<Listed<Document>>;
  /** The last document of a full page: there may be more. */
  readonly last: Signal<string | undefined>;
  readonly stop: () => void;
};

const follow = <Document>(asked: Query, named: (value: unknown) => Checked<Document>): Followed<Document> => {
  const listed = signal<Listed<Document>>(undefined);
  const last = signal<string>();
  const stop = listenToAll(
    asked,
    ({ docs }) => {
      last.value = docs.length === MOST ? docs.at(-1)?.id : undefined;
      listed.value = docs.flatMap((one) => {
        const seen = named(plain(one.data({ serverTimestamps: 'estimate' })));
        return seen.ok ? [{ id: one.id, value: seen.value }] : [];
      });
    },
    () => {
      listed.value = 'failed';
    },
  );
  return { listed, last, stop };
};

/** The links of the first rooms by their ids, or of the first after one. */
const pageOfLinks = (after: string | undefined): Followed<Link> => {
  const start = after === undefined ? [] : [startAfter(after)];
  return follow(query(collection(store, linksPath), orderBy(documentId()), ...start, limit(MOST)), asLink);
};

/** What is known of all pages; a page that has yet to come is no reason to hide the others. */
function joined<Document>(pages: readonly Listed<Document>[]): Listed<Document> {
  if (pages.includes('failed')) return 'failed';
  if (pages[0] === undefined) return undefined;
  // A room that is linked meanwhile moves the others on: one may be in two pages.
  const all = pages.flatMap((page) => (page === undefined || page === 'failed' ? [] : page));
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

export const openDesk = (): Desk => {
  const opened = signal([{ after: undefined as string | undefined, ...pageOfLinks(undefined) }]);
  const next = computed(() => {
    const after = opened.value.at(-1)?.last.value;
    if (after === undefined) return undefined;
    return () => {
      opened.value = [...opened.value, { after, ...pageOfLinks(after) }];
    };
  });
  const open = query(
    collection(store, deadLettersPath),
    where('state', '==', 'open'),
    orderBy('at'),
    limit(MOST),
  );
  const letters = follow(open, asDeadLetter);
  const close = (): void => {
    for (const { stop } of opened.value) stop();
    letters.stop();
  };
  return {
    links: computed(() => joined(opened.value.map(({ listed }) => listed.value))),
    pages: computed(() => opened.value.map(({ after }) => after)),
    next,
    letters: letters.listed,
    close,
  };
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
