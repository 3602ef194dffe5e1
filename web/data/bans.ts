import {
  collection,
  deleteDoc,
  doc,
  getDocFromServer,
  getDocsFromServer,
  limit,
  query,
  serverTimestamp,
  type WriteBatch,
} from 'firebase/firestore';
import { banning, banPath, bansPath } from '#model/ban.ts';
import { spend } from './spend.ts';
import { store } from './store.ts';

/** Bans that are shown: as many as the rules let be listed at once. */
const MOST = 50;

const place = (room: string, uid: string) => doc(store, banPath(room, uid));

/** The uids of those who do not come into a room again until an owner lets them. Owners alone may ask. */
export const readBanned = async (room: string): Promise<string[]> => {
  const { docs } = await getDocsFromServer(query(collection(store, bansPath(room)), limit(MOST)));
  return docs.map(({ id }) => id);
};

export const liftBan = (room: string, uid: string): Promise<void> => deleteDoc(place(room, uid));

/** Lifts a ban together with something else, where there is one. */
export const liftingBan = async (batch: WriteBatch, room: string, uid: string): Promise<WriteBatch> =>
  (await getDocFromServer(place(room, uid))).exists() ? batch.delete(place(room, uid)) : batch;

/** Bans somebody, of the allowance of the owner `by`, together with something else. Whoever is banned already stays so. */
export const withBan = async (
  room: string,
  uid: string,
  by: string,
  write: (batch: WriteBatch) => void,
): Promise<void> => {
  const isBanned = (await getDocFromServer(place(room, uid))).exists();
  return spend(room, by, banning(uid), (batch) => {
    if (!isBanned) batch.set(place(room, uid), { by, at: serverTimestamp() });
    write(batch);
  });
};
