import { initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithCustomToken,
} from 'firebase/auth';
import { connectFirestoreEmulator, type Firestore, getFirestore, setLogLevel } from 'firebase/firestore/lite';
import { getAuth as getAdminAuth } from 'firebase-admin/auth';
import { type ComponentName, componentUid } from '../model/component.ts';
import { webApiKey } from '../params.ts';
import { adminApp } from './admin.ts';

/** The SDK's own warnings quote what was to be written: no text of a message gets into a log. */
setLogLevel('silent');

/** Firestore as each component of this process sees it: once signed in, the SDK renews the token by itself. */
const signedIn = new Map<ComponentName, Promise<Firestore>>();

/** Firestore, as this component and under its rules. A sign-in that failed is tried anew by the next caller. */
export function firestoreAs(name: ComponentName): Promise<Firestore> {
  const known = signedIn.get(name);
  if (known) return known;
  const coming = signIn(name);
  signedIn.set(name, coming);
  coming.catch(() => signedIn.delete(name));
  return coming;
}

async function signIn(name: ComponentName): Promise<Firestore> {
  const projectId = process.env.GCLOUD_PROJECT;
  if (!projectId)
    throw new Error('GCLOUD_PROJECT is not set: the platform tells a function its project there.');

  const app = initializeApp({ projectId, apiKey: webApiKey.value() }, name);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  const firestore = getFirestore(app);
  const { FIREBASE_AUTH_EMULATOR_HOST: authHost, FIRESTORE_EMULATOR_HOST: firestoreHost } = process.env;
  if (authHost) connectAuthEmulator(auth, `http://${authHost}`, { disableWarnings: true });
  if (firestoreHost) {
    const { hostname, port } = new URL(`http://${firestoreHost}`);
    connectFirestoreEmulator(firestore, hostname, Number(port));
  }
  await signInWithCustomToken(auth, await mint(name));
  return firestore;
}

/** A token that says which component it is, and nothing else. */
function mint(name: ComponentName): Promise<string> {
  return getAdminAuth(adminApp()).createCustomToken(componentUid(name), { component: name });
}
