import {
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import { doc, type Firestore, setLogLevel, writeBatch } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { COMPONENTS, type ComponentName, componentUid } from '#model/component.ts';
import type { Fields } from './fields.ts';

/** The project whose rules the runner has loaded, and whose coverage it reads afterwards. */
export const PROJECT = 'demo-rules';

let world: RulesTestEnvironment;
/** Firestore without the rules, while a file's tests run. */
let unruled: Firestore;
let closeUnruled: () => Promise<void>;

const openUnruled = (): Promise<void> =>
  new Promise((ready) => {
    let close: () => void;
    const closed = world.withSecurityRulesDisabled((all) => {
      unruled = all.firestore() as unknown as Firestore;
      ready();
      return new Promise((resolve) => (close = resolve));
    });
    closeUnruled = () => {
      close();
      return closed;
    };
  });

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
    await openUnruled();
  });
  beforeEach(() => world.clearFirestore());
  afterAll(async () => {
    clients.clear();
    await closeUnruled();
    await world.cleanup();
  });
}

/** Somebody who asks: Firestore as it is for whoever is known like this to the rules. */
export type Actor = () => Firestore;

/** Clients that are open: to connect takes longer than to ask. */
const clients = new Map<string, Firestore>();

const client = (key: string, context: () => RulesTestContext): Firestore => {
  const firestore = clients.get(key) ?? (context().firestore() as unknown as Firestore);
  clients.set(key, firestore);
  return firestore;
};

type Token = NonNullable<Parameters<RulesTestEnvironment['authenticatedContext']>[1]>;
type Provider = NonNullable<Token['firebase']>['sign_in_provider'];

export const nobody: Actor = () => client('nobody', () => world.unauthenticatedContext());

/** Whoever has a token like this: who signed them in, and what else it says of them. */
export const bearer = (uid: string, provider: Provider, claims: Fields = {}): Actor => {
  const token = { firebase: { sign_in_provider: provider, identities: {} }, ...claims };
  return () => client(JSON.stringify([uid, token]), () => world.authenticatedContext(uid, token));
};

export const person = (uid: string): Actor => bearer(uid, 'google.com');
export const guest = (uid: string): Actor => bearer(uid, 'anonymous');
export const operator = (uid: string): Actor => bearer(uid, 'google.com', { operator: true });
export const component = (name: ComponentName): Actor =>
  bearer(componentUid(name), 'custom', { component: name });
/** A person who has it from somewhere that they are a component. */
export const forger = (name: ComponentName): Actor => bearer('mallory', 'google.com', { component: name });

/** All components but some. */
export const others = (...names: ComponentName[]): ComponentName[] =>
  COMPONENTS.filter((name) => !names.includes(name));

/** Documents that are there, whatever the rules say. */
export const givenAll = async (documents: Readonly<Record<string, Fields>>): Promise<void> => {
  const batch = writeBatch(unruled);
  for (const [path, fields] of Object.entries(documents)) batch.set(doc(unruled, path), fields);
  await batch.commit();
};
export const given = (path: string, fields: Fields): Promise<void> => givenAll({ [path]: fields });
