import { deleteDoc, doc, getDocFromServer, serverTimestamp, type WriteBatch } from 'firebase/firestore';
import { asBan, banning, banPath } from '#model/ban.ts';
import { CHANGE_SECONDS } from '#model/limits.ts';
import { plain } from './plain.ts';
import { spend } from './spend.ts';
import { store } from './store.ts';

/** Milliseconds by which this clock and the server's may differ: who lets somebody in again does not notice so little. */
const SKEW = 500;

const place = (room: string, uid: string) => doc(store, banPath(room, uid));

/** Lifts a ban. One that has just been made is waited for: the rules let it stand for {@link CHANGE_SECONDS}. */
export const liftBan = async (room: string, uid: string): Promise<void> => {
  const ban = asBan(plain((await getDocFromServer(place(room, uid))).data()));
  const longest = CHANGE_SECONDS * 1_000;
  const owed = ban.ok ? Math.min(ban.value.at.getTime() + longest - Date.now(), longest) : 0;
  if (owed > -SKEW) await new Promise((resolve) => setTimeout(resolve, owed + SKEW));
  await deleteDoc(place(room, uid));
};

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
