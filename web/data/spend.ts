import { doc, getDoc, getDocFromServer, type WriteBatch, writeBatch } from 'firebase/firestore';
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

const allowance = async (
  room: string,
  uid: string,
  ask: typeof getDoc | typeof getDocFromServer,
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
 * device has sent too, or the clocks differ) its own count is asked for, and it is tried once more.
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
  const sent = await allowance(room, uid, getDoc);
  try {
    await attempt(sent);
  } catch (refused) {
    if (codeOf(refused) !== 'permission-denied') throw refused;
    const known = await allowance(room, uid, getDocFromServer);
    const wait = patience(known, new Date());
    if (wait > 0) throw new TooFast(wait);
    if (known?.count === sent?.count && known?.since.getTime() === sent?.since.getTime()) throw refused;
    await attempt(known);
  }
};
