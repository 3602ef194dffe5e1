import { type ReadonlySignal, signal } from '@preact/signals';
import {
  collection,
  type DocumentSnapshot,
  limit,
  orderBy,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  type QuerySnapshot,
  query,
  startAfter,
} from 'firebase/firestore';
import { PAGE_SIZE } from '#model/limits.ts';
import { asMessage, messagesPath } from '#model/message.ts';
import { codeOf } from './auth-error.ts';
import type { Line } from './line.ts';
import { LIVE, listenToAll } from './listen.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';
import { absorb, isOvertaken } from './window.ts';

export type History =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly denied: boolean }
  | {
      readonly state: 'ready';
      readonly lines: readonly Line[];
      /** There is more before the first line; `loading` while it is on its way. */
      readonly older: 'none' | 'some' | 'loading';
      readonly fromCache: boolean;
    };

export type Messages = {
  readonly history: ReadonlySignal<History>;
  /** Asks for the page before the first line. */
  readonly older: () => void;
  readonly close: () => void;
};

const line = (snapshot: QueryDocumentSnapshot): Line => {
  const message = asMessage(plain(snapshot.data({ serverTimestamps: 'estimate' })));
  if (!message.ok) return { kind: 'unreadable', id: snapshot.id, wrong: message.wrong };
  const state = snapshot.metadata.hasPendingWrites ? 'sending' : 'sent';
  return { kind: 'message', id: snapshot.id, message: message.value, state };
};

/** Comparable to the microsecond, which a Date is not. */
const time = (snapshot: DocumentSnapshot): string =>
  String(snapshot.get('at', { serverTimestamps: 'estimate' })?.valueOf());

const byTime = (a: DocumentSnapshot, b: DocumentSnapshot): number => {
  const [x, y] = [time(a), time(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** Follows a room's newest page, and every older page that was asked for. */
export const openMessages = (room: string): Messages => {
  const history = signal<History>({ state: 'loading' });
  const stops: (() => void)[] = [];
  let kept = new Map<string, QueryDocumentSnapshot>();
  let more = false;
  let loading = false;
  let fromCache = true;

  const sorted = (): QueryDocumentSnapshot[] => [...kept.values()].sort(byTime);
  const show = (): void => {
    const older = loading ? 'loading' : more ? 'some' : 'none';
    history.value = { state: 'ready', lines: sorted().map(line), older, fromCache };
  };
  const fail = (error: unknown): void => {
    history.value = { state: 'failed', denied: codeOf(error) === 'permission-denied' };
  };
  const startOver = (): void => {
    for (const stop of stops.splice(1)) stop();
    kept = new Map();
    loading = false;
  };

  const listen = (...before: QueryConstraint[]): void => {
    const nth = stops.length;
    let shown = new Set<string>();
    const take = ({ docs, size, metadata }: QuerySnapshot): void => {
      const full = size === PAGE_SIZE;
      const page = { docs, before: shown };
      if (nth === 0 && isOvertaken(page, full)) startOver();
      kept = absorb(kept, page);
      shown = new Set(docs.map(({ id }) => id));
      if (nth === 0) fromCache = metadata.fromCache;
      // The page that reaches furthest back tells whether anything is left before it.
      if (nth === Math.max(0, stops.length - 1)) {
        more = full || (metadata.fromCache && size > 0);
        loading = false;
      }
      show();
    };
    const ordered = query(
      collection(store, messagesPath(room)),
      orderBy('at', 'desc'),
      ...before,
      limit(PAGE_SIZE),
    );
    stops.push(listenToAll(ordered, take, fail, LIVE));
  };

  listen();
  return {
    history,
    older() {
      const oldest = sorted().find((snapshot) => !snapshot.metadata.hasPendingWrites);
      if (loading || !more || !oldest) return;
      loading = true;
      show();
      listen(startAfter(oldest));
    },
    close: () => stops.forEach((stop) => stop()),
  };
};
