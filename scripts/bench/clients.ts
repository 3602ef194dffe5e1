import { deleteApp, initializeApp } from 'firebase/app';
import { connectFirestoreEmulator, type Firestore, getFirestore, terminate } from 'firebase/firestore';
import * as lite from 'firebase/firestore/lite';
import { deleteApp as deleteAdminApp, initializeApp as initializeAdminApp } from 'firebase-admin/app';
import {
  type Firestore as AdminFirestore,
  getFirestore as getAdminFirestore,
} from 'firebase-admin/firestore';
import { type ComponentName, componentUid } from '#model/component.ts';

/** A way to Firestore, as one of those who write there. `host` is `address:port` of an emulator that takes any token. */
export type Client<Sdk> = { readonly firestore: Sdk; readonly leave: () => Promise<void> };

const placeOf = (host: string): [string, number] => {
  const { hostname, port } = new URL(`http://${host}`);
  return [hostname, Number(port)];
};

/** A person at a browser. */
export function asPerson(host: string, projectId: string, uid: string): Client<Firestore> {
  const app = initializeApp({ projectId }, `person-${projectId}`);
  const firestore = getFirestore(app);
  const firebase = { sign_in_provider: 'google.com', identities: {} } as const;
  connectFirestoreEmulator(firestore, ...placeOf(host), { mockUserToken: { sub: uid, firebase } });
  return { firestore, leave: () => terminate(firestore).then(() => deleteApp(app)) };
}

/** A component, by the SDK that components use. */
export function asComponent(
  host: string,
  projectId: string,
  component: ComponentName,
): Client<lite.Firestore> {
  const app = initializeApp({ projectId }, component);
  const firestore = lite.getFirestore(app);
  const firebase = { sign_in_provider: 'custom', identities: {} } as const;
  const mockUserToken = { sub: componentUid(component), component, firebase };
  lite.connectFirestoreEmulator(firestore, ...placeOf(host), { mockUserToken });
  return { firestore, leave: () => deleteApp(app) };
}

/** The Admin SDK, past all rules. It finds the emulator in the environment. */
export function asAdmin(host: string, projectId: string): Client<AdminFirestore> {
  process.env.FIRESTORE_EMULATOR_HOST = host;
  const app = initializeAdminApp({ projectId }, `admin-${projectId}`);
  return { firestore: getAdminFirestore(app), leave: () => deleteAdminApp(app) };
}
