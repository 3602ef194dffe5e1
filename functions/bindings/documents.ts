import {
  collection,
  collectionGroup,
  doc,
  getDoc,
  getDocs,
  type QueryConstraint,
  query,
} from 'firebase/firestore/lite';
import { type Found, Unreadable } from '../components/reading.ts';
import type { Checked } from '../model/guard.ts';
import { read } from './fields.ts';
import type { As } from './session.ts';

type Guard<Document> = (value: unknown) => Checked<Document>;

/** A document, its id, and that of the document in which its collection lies. */
type FoundWithin<Document> = Found<Document> & { readonly within: string };

/** Ways to read documents, whatever they hold. One that fails its guard is {@link Unreadable}. */
export type Documents = {
  readonly one: <Document>(guard: Guard<Document>, path: string) => Promise<Document | undefined>;
  /** Those of a collection. */
  readonly many: <Document>(
    guard: Guard<Document>,
    path: string,
    ...constraints: QueryConstraint[]
  ) => Promise<Found<Document>[]>;
  /** Those of every collection of this name, wherever it lies. */
  readonly everywhere: <Document>(
    guard: Guard<Document>,
    group: string,
    ...constraints: QueryConstraint[]
  ) => Promise<FoundWithin<Document>[]>;
};

/** Told what is left out of a list. */
type LeaveOut = (why: Unreadable) => void;

/** Reads as somebody who is signed in. What fails its guard is left out of lists where somebody is told; else it is thrown. */
export const documentsOf = (as: As, leaveOut?: LeaveOut): Documents => ({
  async one(guard, path) {
    const found = await as((firestore) => getDoc(doc(firestore, path)));
    return found.exists() ? named(guard, path, found.data()) : undefined;
  },
  async many(guard, path, ...constraints) {
    const found = await as((firestore) => getDocs(query(collection(firestore, path), ...constraints)));
    return found.docs.flatMap((one) =>
      sifted(leaveOut, () => ({ id: one.id, value: named(guard, one.ref.path, one.data()) })),
    );
  },
  async everywhere(guard, group, ...constraints) {
    const found = await as((firestore) => getDocs(query(collectionGroup(firestore, group), ...constraints)));
    return found.docs.flatMap((one) =>
      sifted(leaveOut, () => ({
        within: one.ref.parent.parent?.id ?? '',
        id: one.id,
        value: named(guard, one.ref.path, one.data()),
      })),
    );
  },
});

function named<Document>(guard: Guard<Document>, path: string, data: unknown): Document {
  const seen = guard(read(data));
  if (!seen.ok) throw new Unreadable(`${path} is not what it should be: ${seen.wrong}.`);
  return seen.value;
}

function sifted<Document>(leaveOut: LeaveOut | undefined, read: () => Document): Document[] {
  try {
    return [read()];
  } catch (error) {
    if (!leaveOut || !(error instanceof Unreadable)) throw error;
    leaveOut(error);
    return [];
  }
}
