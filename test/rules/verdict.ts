import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import {
  collection,
  collectionGroup,
  doc,
  getDoc,
  getDocs,
  type QueryConstraint,
  query,
  writeBatch,
} from 'firebase/firestore';
import type { Fields } from './fields.ts';
import type { Actor } from './world.ts';

/** One of the writes of a batch. */
export type Write =
  | readonly ['set' | 'update', path: string, fields: Fields]
  | readonly ['delete', path: string];
/** Writes that somebody asks for together: all of them are done, or none. */
export type Asked = { readonly as: Actor; readonly writes: readonly Write[] };

const write = ({ as, writes }: Asked): Promise<void> => {
  const firestore = as();
  const batch = writeBatch(firestore);
  for (const one of writes) {
    const place = doc(firestore, one[1]);
    if (one[0] === 'set') batch.set(place, one[2]);
    else if (one[0] === 'update') batch.update(place, one[2]);
    else batch.delete(place);
  }
  return batch.commit();
};

/** What somebody asks for. A list in `listAll` is of a collection group: of all collections of that name, wherever. */
export const ask = {
  get: (as: Actor, path: string) => getDoc(doc(as(), path)),
  list: (as: Actor, path: string, ...which: QueryConstraint[]) =>
    getDocs(query(collection(as(), path), ...which)),
  listAll: (as: Actor, group: string, ...which: QueryConstraint[]) =>
    getDocs(query(collectionGroup(as(), group), ...which)),
  set: (as: Actor, path: string, fields: Fields) => write({ as, writes: [['set', path, fields]] }),
  update: (as: Actor, path: string, fields: Fields) => write({ as, writes: [['update', path, fields]] }),
  delete: (as: Actor, path: string) => write({ as, writes: [['delete', path]] }),
  batch: write,
};

type Asking = typeof ask;
/** Passes where the rules say so to what is asked for; what comes back is of no interest. */
type Verdict = { readonly [How in keyof Asking]: (...asked: Parameters<Asking[How]>) => Promise<void> } & {
  /** The same of something that was asked for already. */
  readonly asked: (answer: Promise<unknown>) => Promise<void>;
};

const verdict = (assert: (answer: Promise<unknown>) => Promise<unknown>): Verdict => {
  const asked = (answer: Promise<unknown>): Promise<void> => assert(answer).then(() => undefined);
  return {
    asked,
    get: (...how) => asked(ask.get(...how)),
    list: (...how) => asked(ask.list(...how)),
    listAll: (...how) => asked(ask.listAll(...how)),
    set: (...how) => asked(ask.set(...how)),
    update: (...how) => asked(ask.update(...how)),
    delete: (...how) => asked(ask.delete(...how)),
    batch: (...how) => asked(ask.batch(...how)),
  };
};

export const allows = verdict(assertSucceeds);
export const denies = verdict(assertFails);
