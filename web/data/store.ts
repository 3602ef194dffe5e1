import {
  connectFirestoreEmulator,
  initializeFirestore,
  persistentLocalCache,
  persistentMultipleTabManager,
} from 'firebase/firestore';
import { config } from '../config.ts';
import { app } from '../firebase.ts';

/** Firestore, kept in the browser: what was read is there offline, and what is written waits there to be sent. */
export const store = initializeFirestore(app, {
  localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }),
});

const { emulators } = await config();
if (emulators) {
  const [host = '', port] = emulators.firestore.split(':');
  connectFirestoreEmulator(store, host, Number(port));
}
