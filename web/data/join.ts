import { doc, serverTimestamp, setDoc } from 'firebase/firestore';
import { memberPath } from '#model/member.ts';
import { store } from './store.ts';

/** Makes a person a member of an open room. */
export const join = (room: string, uid: string): Promise<void> =>
  setDoc(doc(store, memberPath(room, uid)), { person: uid, role: 'member', joined: serverTimestamp() });
