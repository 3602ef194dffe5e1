import {
  type DocumentReference,
  doc,
  getDoc,
  getDocFromCache,
  getDocFromServer,
  type WriteBatch,
  writeBatch,
} from 'firebase/firestore';
import { type Allowance, asMember, memberPath, patience, spending } from '#model/member.ts';
import { codeOf } from './auth-error.ts';
import { stored } from './fields.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** Refused because too much was sent of late. `patience`: milliseconds until there is room again. */
export class TooFast extends Error {
  override readonly name = 'TooFast';
  readonly patience: number;
  constructor(milliseconds: number) {
    super(`Too much was sent to this room: it takes more in ${Math.ceil(milliseconds / 1_000)} s.`);
    this.patience = milliseconds;
  }
}

/** How often it is tried: each time another device of this person may have been quicker. */
const TRIES = 3;

/** From the cache, where it is there: nobody waits for the server to be allowed to write. */
const fromNearby = (place: DocumentReference) => getDocFromCache(place).catch(() => getDoc(place));

const allowance = async (
  room: string,
  uid: string,
  ask: typeof fromNearby | typeof getDocFromServer,
): Promise<Allowance | undefined> => {
  const member = asMember(
    plain((await ask(doc(store, memberPath(room, uid)))).data({ serverTimestamps: 'estimate' })),
  );
  return member.ok ? member.value.sent : undefined;
};

/**
 * Writes a batch of which this person's membership in the room says what it is: `what` names it.
 *
 * The count of what was sent is read from the cache, so it works offline. Where the server knows better (another
 * device has sent too, or the clocks differ) its own count is asked for, and it is tried again.
 */
export const spend = async (
  room: string,
  uid: string,
  what: string,
  write: (batch: WriteBatch) => void,
): Promise<void> => {
  const attempt = async (sent: Allowance | undefined): Promise<void> => {
    const batch = writeBatch(store);
    batch.update(doc(store, memberPath(room, uid)), stored(spending(sent, what, new Date())));
    write(batch);
    await batch.commit();
  };
  let sent = await allowance(room, uid, fromNearby);
  for (let tries = 1; ; tries += 1)
    try {
      return await attempt(sent);
    } catch (refused) {
      if (codeOf(refused) !== 'permission-denied' || tries === TRIES) throw refused;
      const known = await allowance(room, uid, getDocFromServer);
      const wait = patience(known, new Date());
      if (wait > 0) throw new TooFast(wait);
      if (known?.count === sent?.count && known?.since.getTime() === sent?.since.getTime()) throw refused;
      sent = known;
    }
};
