import { clearIndexedDbPersistence, terminate } from 'firebase/firestore';
import { store } from './store.ts';
import { forgetPersonal } from './stored.ts';

/** Milliseconds that other tabs are given to let go of the cache. */
const PATIENCE = 4_000;

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE));

/** Takes away everything that was kept in this browser of the person who leaves. Firestore cannot be used after it. */
export const forget = async (): Promise<void> => {
  forgetPersonal();
  await Promise.race([terminate(store), patience()]);
  await Promise.race([clearIndexedDbPersistence(store), patience()]);
  forgetPersonal();
};
