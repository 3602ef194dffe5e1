import { FirebaseError, initializeApp } from 'firebase/app';
import {
  type Auth,
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithCustomToken,
} from 'firebase/auth';
import { connectFirestoreEmulator, type Firestore, getFirestore, setLogLevel } from 'firebase/firestore/lite';
import type { ComponentName } from '../model/component.ts';
import { webApiKey } from '../params.ts';
import { customToken } from './custom-token.ts';
import { log } from './log.ts';
import { projectId } from './project.ts';

/** The SDK's own warnings quote what was to be written: no text of a message gets into a log. */
setLogLevel('silent');

/** Does something on Firestore as somebody who is signed in. */
export type As = <Result>(act: (firestore: Firestore) => Promise<Result>) => Promise<Result>;

const sessions = new Map<ComponentName, As>();

/** Firestore as this component and under its rules: one session in a process, begun by whoever comes first. */
export function as(name: ComponentName): As {
  return async (act) => {
    const known = sessions.get(name) ?? session(name);
    sessions.set(name, known);
    return known(act);
  };
}

/**
 * Signs a component in ahead of what it will do, where this process is there for it alone: `identity` may have to start first, and whoever
 * asks meanwhile need not wait for both. What fails here is tried anew, and told, by whoever comes first.
 * https://cloud.google.com/functions/docs/configuring/env-var#runtime_environment_variables_set_automatically
 */
export function signInAhead(name: ComponentName): void {
  if (process.env.FUNCTION_TARGET !== name) return;
  as(name)(async () => undefined).catch((error: unknown) =>
    log.debug('not signed in ahead', {
      component: name,
      reason: error instanceof Error ? error.message : 'unknown',
    }),
  );
}

/**
 * A session signs in once, and the SDK renews its token. When that fails, or the token is refused, it signs in anew and does
 * what was refused once more: nothing of it was done.
 */
function session(name: ComponentName): As {
  const { auth, firestore } = connected(name);
  let signedIn: Promise<unknown> | undefined;
  const signIn = (): Promise<unknown> => {
    if (signedIn) return signedIn;
    const coming = customToken(name).then((token) => signInWithCustomToken(auth, token));
    signedIn = coming;
    // A sign-in that failed is tried anew by the next caller.
    coming.catch(() => {
      if (signedIn === coming) signedIn = undefined;
    });
    return coming;
  };
  return async (act) => {
    const mine = signIn();
    await mine;
    try {
      return await act(firestore);
    } catch (error) {
      // Others may have noticed first: then `signedIn` is another sign-in already, and it is theirs that counts.
      if (signedIn === mine && !isOver(auth, error)) throw error;
      if (signedIn === mine) signedIn = undefined;
      await signIn();
      return act(firestore);
    }
  };
}

/** Whether a failure is one of the sign-in and not of what was asked. Without a session the SDK asks as nobody, and is told `permission-denied`. */
const isOver = (auth: Auth, error: unknown): boolean =>
  auth.currentUser === null ||
  (error instanceof FirebaseError &&
    (error.code === 'unauthenticated' ||
      (error.code.startsWith('auth/') && error.code !== 'auth/network-request-failed')));

function connected(name: ComponentName): { auth: Auth; firestore: Firestore } {
  const app = initializeApp({ projectId: projectId(), apiKey: webApiKey.value() }, name);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  const firestore = getFirestore(app);
  const { FIREBASE_AUTH_EMULATOR_HOST: authHost, FIRESTORE_EMULATOR_HOST: firestoreHost } = process.env;
  if (authHost) connectAuthEmulator(auth, `http://${authHost}`, { disableWarnings: true });
  if (firestoreHost) {
    const { hostname, port } = new URL(`http://${firestoreHost}`);
    connectFirestoreEmulator(firestore, hostname, Number(port));
  }
  return { auth, firestore };
}
