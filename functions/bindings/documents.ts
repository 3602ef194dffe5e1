import {
  collection,
  collectionGroup,
  type DocumentReference,
  doc,
  getDoc,
  getDocs,
  limit,
  type QueryConstraint,
  type QuerySnapshot,
  query,
  startAfter,
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
    const ask: Ask = (further) =>
      as((firestore) => getDocs(query(collection(firestore, path), ...constraints, ...further)));
    const found = await listed(ask, guard, leaveOut);
    return found.map(({ ref, value }) => ({ id: ref.id, value }));
  },
  async everywhere(guard, group, ...constraints) {
    const ask: Ask = (further) =>
      as((firestore) => getDocs(query(collectionGroup(firestore, group), ...constraints, ...further)));
    const found = await listed(ask, guard, leaveOut);
    return found.map(({ ref, value }) => ({ within: ref.parent.parent?.id ?? '', id: ref.id, value }));
  },
});

/** Asks for a list; what is given counts instead of what was asked for before. */
type Ask = (further: readonly QueryConstraint[]) => Promise<QuerySnapshot>;
type Listed<Document> = { readonly ref: DocumentReference; readonly value: Document };

/** In the place of what is left out come as many that follow: who asked for a page takes a short one for the last. */
async function listed<Document>(
  ask: Ask,
  guard: Guard<Document>,
  leaveOut: LeaveOut | undefined,
  further: readonly QueryConstraint[] = [],
): Promise<Listed<Document>[]> {
  const { docs } = await ask(further);
  const kept = docs.flatMap((one) =>
    sifted(leaveOut, () => ({ ref: one.ref, value: named(guard, one.ref.path, one.data()) })),
  );
  const last = docs.at(-1);
  const missing = docs.length - kept.length;
  if (!last || missing === 0) return kept;
  return [...kept, ...(await listed(ask, guard, leaveOut, [startAfter(last), limit(missing)]))];
}

function named<Document>(guard: Guard<Document>, path: string, data: unknown): Document {
  const seen = guard(read(data));
  if (!seen.ok) throw new Unreadable(`${path} is not what it should be: ${seen.wrong}.`);
  return seen.value;
}

function sifted<Value>(leaveOut: LeaveOut | undefined, readOne: () => Value): Value[] {
  try {
    return [readOne()];
  } catch (error) {
    if (!leaveOut || !(error instanceof Unreadable)) throw error;
    leaveOut(error);
    return [];
  }
}
