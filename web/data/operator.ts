import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  collection,
  doc,
  documentId,
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
import { asLinkGrant, type LinkGrant, linkGrantsPath } from '#model/link-grant.ts';
import { memberPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { followPages } from './pages.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** Documents with their ids; nothing until they are known, `failed` where they cannot be read. */
export type Listed<Document> =
  | readonly { readonly id: string; readonly value: Document }[]
  | 'failed'
  | undefined;

/** What an operator sees: the links of all rooms, which of them owners may make, and the dead letters that nobody has decided about, page by page. */
export type Desk = {
  readonly links: ReadonlySignal<Listed<Link>>;
  /** After which room each page of links begins that is open; the first has none before it. */
  readonly pages: ReadonlySignal<readonly (string | undefined)[]>;
  /** Opens the next page of links, where there may be one. */
  readonly next: ReadonlySignal<(() => void) | undefined>;
  /** Where owners may link their rooms by themselves. */
  readonly grants: ReadonlySignal<Listed<LinkGrant>>;
  readonly nextGrants: ReadonlySignal<(() => void) | undefined>;
  readonly letters: ReadonlySignal<Listed<DeadLetter>>;
  readonly nextLetters: ReadonlySignal<(() => void) | undefined>;
  readonly close: () => void;
};

const linksByRoom = query(collection(store, linksPath), orderBy(documentId()));
const grantsByRoom = query(collection(store, linkGrantsPath), orderBy(documentId()));
const lettersOpen = query(collection(store, deadLettersPath), where('state', '==', 'open'), orderBy('at'));

const follow = <Document>(list: Query, named: (value: unknown) => Checked<Document>) => {
  const listed = signal<Listed<Document>>(undefined);
  const pages = signal<readonly (string | undefined)[]>([undefined]);
  const isMore = signal(false);
  const { more, stop } = followPages(
    list,
    1,
    ({ docs, starts, ...found }) => {
      listed.value = docs.flatMap((one) => {
        const seen = named(plain(one.data({ serverTimestamps: 'estimate' })));
        return seen.ok ? [{ id: one.id, value: seen.value }] : [];
      });
      const begins = starts.map((one) => one?.id);
      if (begins.join('/') !== pages.peek().join('/')) pages.value = begins;
      isMore.value = found.isMore;
    },
    () => {
      listed.value = 'failed';
    },
  );
  return { listed, pages, next: computed(() => (isMore.value ? more : undefined)), stop };
};

export const openDesk = (): Desk => {
  const links = follow(linksByRoom, asLink);
  const grants = follow(grantsByRoom, asLinkGrant);
  const letters = follow(lettersOpen, asDeadLetter);
  const close = (): void => {
    links.stop();
    grants.stop();
    letters.stop();
  };
  return {
    links: links.listed,
    pages: links.pages,
    next: links.next,
    grants: grants.listed,
    nextGrants: grants.next,
    letters: letters.listed,
    nextLetters: letters.next,
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
