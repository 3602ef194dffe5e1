import {
  type DocumentReference,
  type DocumentSnapshot,
  onSnapshot,
  type Query,
  type QuerySnapshot,
  type SnapshotListenOptions,
} from 'firebase/firestore';
import { listening } from './listening.ts';

/** With what merely becomes known of a document, as that the server has it. */
export const LIVE: SnapshotListenOptions = { includeMetadataChanges: true };

/** Follows what a query finds, until it is stopped or refused. Returns how to stop. */
export const listenToAll = (
  asked: Query,
  heard: (found: QuerySnapshot) => void,
  refused: (error: Error) => void,
  options: SnapshotListenOptions = {},
): (() => void) =>
  listening<QuerySnapshot>((take, failed) => onSnapshot(asked, options, take, failed), heard, refused);

/** Follows one document, until it is stopped or refused. Returns how to stop. */
export const listenToOne = (
  place: DocumentReference,
  heard: (found: DocumentSnapshot) => void,
  refused: (error: Error) => void,
  options: SnapshotListenOptions = {},
): (() => void) =>
  listening<DocumentSnapshot>((take, failed) => onSnapshot(place, options, take, failed), heard, refused);
