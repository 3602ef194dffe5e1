import { deleteDoc, doc, getDocFromServer, serverTimestamp, setDoc } from 'firebase/firestore';
import { asLink, type Link, linkPath } from '#model/link.ts';
import { asLinkGrant, linkGrantPath, type Place, placeId } from '#model/link-grant.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** What an owner is told of their room and Slack: to which channels they may link it, each by its {@link placeId}, and to which it is. */
export type Tie = { readonly places: readonly string[]; readonly link: Link | undefined };

const granted = async (room: string): Promise<readonly string[]> => {
  const found = await getDocFromServer(doc(store, linkGrantPath(room)));
  const grant = asLinkGrant(plain(found.data({ serverTimestamps: 'estimate' })));
  return grant.ok ? grant.value.places : [];
};

/** Reads both, for an owner of the room. Rejects for anybody else. */
export const readTie = async (room: string): Promise<Tie> => {
  const [places, found] = await Promise.all([granted(room), getDocFromServer(doc(store, linkPath(room)))]);
  const link = asLink(plain(found.data({ serverTimestamps: 'estimate' })));
  return { places, link: link.ok ? link.value : undefined };
};

/** Lets the room's owners link it to one more channel, as the operator `by`. Rejects where there is no such room, or no place for one more. */
export const allowLinking = async (room: string, place: Place, by: string): Promise<void> => {
  const places = [...new Set([...(await granted(room)), placeId(place)])];
  await setDoc(doc(store, linkGrantPath(room)), { places, by, at: serverTimestamp() });
};

/** Takes it back, for all channels. What is linked stays so. */
export const forbidLinking = (room: string): Promise<void> => deleteDoc(doc(store, linkGrantPath(room)));
