import { initializeApp } from 'firebase/app';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import { config } from './config.ts';

const { emulators, appId, appCheckKey, ...project } = await config();

export const app = initializeApp({ ...project, ...(appId && { appId }) });

// Before anything asks a server: what is asked without a token of App Check is refused where that is enforced.
if (appCheckKey) {
  const { attest } = await import('./data/app-check.ts');
  await attest(app, appCheckKey);
}

/** Without a popup resolver: Google's frame is loaded when somebody asks for it, not at every start. */
export const auth = initializeAuth(app, {
  persistence: [indexedDBLocalPersistence, browserLocalPersistence],
});

if (emulators) connectAuthEmulator(auth, emulators.auth, { disableWarnings: true });
