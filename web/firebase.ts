import { initializeApp } from 'firebase/app';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import { config } from './config.ts';

const { emulators, appId, ...project } = await config();

export const app = initializeApp({ ...project, ...(appId && { appId }) });

/** Without a popup resolver: Google's frame is loaded when somebody asks for it, not at every start. */
export const auth = initializeAuth(app, {
  persistence: [indexedDBLocalPersistence, browserLocalPersistence],
});

if (emulators) connectAuthEmulator(auth, emulators.auth, { disableWarnings: true });
