import {
  collection,
  deleteDoc,
  doc,
  getDocFromServer,
  serverTimestamp,
  type WriteBatch,
} from 'firebase/firestore';
import { asBan, banning, banPath, bansPath } from '#model/ban.ts';
import { CHANGE_SECONDS } from '#model/limits.ts';
import { memberPath } from '#model/member.ts';
import { readPages } from './pages.ts';
import { plain } from './plain.ts';
import { spend } from './spend.ts';
import { store } from './store.ts';

/** Milliseconds by which this clock and the server's may differ: who lets somebody in again does not notice so little. */
const SKEW = 500;

const place = (room: string, uid: string) => doc(store, banPath(room, uid));

/** The uids of those who do not come into a room again until an owner lets them, as far as was asked for. */
export type KeptOut = { readonly people: readonly string[]; readonly isMore: boolean };

/** Reads who is kept out, so many pages of bans. Those who are in the room to read are banned, too, and not among them. Owners alone may ask. */
export const readKeptOut = async (room: string, pages: number): Promise<KeptOut> => {
  const { docs, isMore } = await readPages(collection(store, bansPath(room)), pages);
  const isIn = async (uid: string) => (await getDocFromServer(doc(store, memberPath(room, uid)))).exists();
  const people = await Promise.all(docs.map(async ({ id }) => ((await isIn(id)) ? [] : [id])));
  return { people: people.flat(), isMore };
};

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
