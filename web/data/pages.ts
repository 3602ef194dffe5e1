import {
  getDocsFromServer,
  limit,
  type Query,
  type QueryDocumentSnapshot,
  query,
  refEqual,
  type SnapshotListenOptions,
  startAfter,
} from 'firebase/firestore';
import { listenToAll } from './listen.ts';
import { type Listing, type Paging, paging } from './paging.ts';

/** As many documents as the rules let be listed at once. */
const PAGE = 50;

const pageOf = (list: Query, after: QueryDocumentSnapshot | undefined): Query =>
  query(list, ...(after ? [startAfter(after)] : []), limit(PAGE));

export type ReadPages = {
  readonly docs: readonly QueryDocumentSnapshot[];
  /** Behind the last page there may be others. */
  readonly isMore: boolean;
};

/** Reads the first pages of a list, as the server has it. */
export async function readPages(list: Query, pages: number): Promise<ReadPages> {
  const docs: QueryDocumentSnapshot[] = [];
  for (let nth = 0; nth < pages; nth += 1) {
    const page = await getDocsFromServer(pageOf(list, docs.at(-1)));
    docs.push(...page.docs);
    if (page.size < PAGE) return { docs, isMore: false };
  }
  return { docs, isMore: true };
}

/** Follows the first pages of a list, until it is stopped or refused. */
export const followPages = (
  list: Query,
  pages: number,
  heard: (listing: Listing<QueryDocumentSnapshot>) => void,
  refused: (error: Error) => void,
  options?: SnapshotListenOptions,
): Paging =>
  paging<QueryDocumentSnapshot>(
    (after, hear) =>
      listenToAll(
        pageOf(list, after),
        ({ docs, size, metadata }) => hear({ docs, isFull: size === PAGE, isServers: !metadata.fromCache }),
        refused,
        options,
      ),
    (one, other) => refEqual(one.ref, other.ref),
    pages,
    heard,
  );
