import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  serverTimestamp,
  setDoc,
  setLogLevel,
  Timestamp,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type ComponentName, componentUid } from '#model/component.ts';

/** The project whose rules the runner has loaded, and whose coverage it reads afterwards. */
export const PROJECT = 'demo-rules';

let world: RulesTestEnvironment;

/** Gives each test of the file an empty database under the rules. */
export function rulesWorld(): void {
  beforeAll(async () => {
    setLogLevel('silent');
    const address = process.env.FIRESTORE_EMULATOR_HOST;
    if (!address) throw new Error('No Firestore emulator: run "npm run test:rules".');
    const { hostname, port } = new URL(`http://${address}`);
    world = await initializeTestEnvironment({
      projectId: PROJECT,
      firestore: { host: hostname, port: Number(port) },
    });
  });
  beforeEach(() => world.clearFirestore());
  afterAll(() => world.cleanup());
}

/** Somebody who asks, as they would be known to the rules. */
export type Actor = () => RulesTestContext;

export const nobody: Actor = () => world.unauthenticatedContext();
export const person =
  (uid: string): Actor =>
  () =>
    world.authenticatedContext(uid, { firebase: { sign_in_provider: 'google.com', identities: {} } });
export const guest =
  (uid: string): Actor =>
  () =>
    world.authenticatedContext(uid, { firebase: { sign_in_provider: 'anonymous', identities: {} } });
export const component =
  (name: ComponentName): Actor =>
  () =>
    world.authenticatedContext(componentUid(name), { component: name });
/** A person whose token claims to be a component: the uid tells. */
export const forger =
  (name: ComponentName): Actor =>
  () =>
    world.authenticatedContext('mallory', { component: name });

export type Fields = Record<string, unknown>;

export const firestoreOf = (actor: Actor): Firestore => actor().firestore() as unknown as Firestore;

/** Documents that are there, whatever the rules say. */
export const givenAll = (documents: Readonly<Record<string, Fields>>): Promise<void> =>
  world.withSecurityRulesDisabled(async (all) => {
    const firestore = all.firestore() as unknown as Firestore;
    const batch = writeBatch(firestore);
    for (const [path, fields] of Object.entries(documents)) batch.set(doc(firestore, path), fields);
    await batch.commit();
  });
export const given = (path: string, fields: Fields): Promise<void> => givenAll({ [path]: fields });

/** What somebody asks for: a write of fields, or one of the named operations. */
const ask = {
  get: (actor: Actor, path: string) => getDoc(doc(firestoreOf(actor), path)),
  set: (actor: Actor, path: string, fields: Fields) => setDoc(doc(firestoreOf(actor), path), fields),
  update: (actor: Actor, path: string, fields: Fields) => updateDoc(doc(firestoreOf(actor), path), fields),
  delete: (actor: Actor, path: string) => deleteDoc(doc(firestoreOf(actor), path)),
};

/** An assertion's value is of no interest. */
const settled = (assertion: Promise<unknown>): Promise<void> => assertion.then(() => undefined);

type Verdict = {
  readonly get: (actor: Actor, path: string) => Promise<void>;
  readonly set: (actor: Actor, path: string, fields: Fields) => Promise<void>;
  readonly update: (actor: Actor, path: string, fields: Fields) => Promise<void>;
  readonly delete: (actor: Actor, path: string) => Promise<void>;
  readonly query: (query: Promise<unknown>) => Promise<void>;
};

const verdict = (assert: (asked: Promise<unknown>) => Promise<unknown>): Verdict => ({
  get: (...asked) => settled(assert(ask.get(...asked))),
  set: (...asked) => settled(assert(ask.set(...asked))),
  update: (...asked) => settled(assert(ask.update(...asked))),
  delete: (...asked) => settled(assert(ask.delete(...asked))),
  query: (asked) => settled(assert(asked)),
});

export const allows = verdict(assertSucceeds);
export const denies = verdict(assertFails);

export const now = serverTimestamp();
export const past = (seconds = 600): Timestamp => Timestamp.fromMillis(Date.now() - seconds * 1_000);
export const future = (seconds = 600): Timestamp => Timestamp.fromMillis(Date.now() + seconds * 1_000);

/** The fields but for some. */
export const without = (fields: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
