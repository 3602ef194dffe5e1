import { doc, getDocFromServer, serverTimestamp, type WriteBatch } from 'firebase/firestore';
import { asBan, banPath } from '#model/ban.ts';
import { CHANGE_SECONDS } from '#model/limits.ts';
import { deciding } from '#model/member.ts';
import { plain } from './plain.ts';
import { spend } from './spend.ts';
import { store } from './store.ts';

/** Milliseconds by which this clock and the server's may differ: who lets somebody in again does not notice so little. */
const SKEW = 500;

const place = (room: string, uid: string) => doc(store, banPath(room, uid));

/** Lifts a ban, of the allowance of the owner `by`. One that has just been made is waited for: the rules let it stand for {@link CHANGE_SECONDS}. */
export const liftBan = async (room: string, uid: string, by: string): Promise<void> => {
  const ban = asBan(plain((await getDocFromServer(place(room, uid))).data()));
  const longest = CHANGE_SECONDS * 1_000;
  const owed = ban.ok ? Math.min(ban.value.at.getTime() + longest - Date.now(), longest) : 0;
  if (owed > -SKEW) await new Promise((resolve) => setTimeout(resolve, owed + SKEW));
  await spend(room, by, deciding(uid), (batch) => batch.delete(place(room, uid)));
};

/** Bans somebody, or lets them in, together with something else, of the allowance of the owner `by`. Where that is so already, it stays. */
export const withBan = async (
  room: string,
  uid: string,
  by: string,
  isWanted: boolean,
  write: (batch: WriteBatch) => void,
): Promise<void> => {
  const isBanned = (await getDocFromServer(place(room, uid))).exists();
  return spend(room, by, deciding(uid), (batch) => {
    if (isWanted && !isBanned) batch.set(place(room, uid), { by, at: serverTimestamp() });
    if (isBanned && !isWanted) batch.delete(place(room, uid));
    write(batch);
  });
};
