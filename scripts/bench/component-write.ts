import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  doc,
  getFirestore,
  serverTimestamp,
  setDoc,
} from 'firebase/firestore/lite';
import { deleteApp as endAdmin, initializeApp as initializeAdmin } from 'firebase-admin/app';
import { FieldValue, getFirestore as getAdminFirestore } from 'firebase-admin/firestore';
import { componentUid } from '#model/component.ts';
import { messagePath, replyId } from '#model/message.ts';
import { type Pair, paired } from './paired.ts';

const ROUNDS = 80;

/**
 * A reply's creation by the SDK that components use, under the rules, beside the same by the Admin SDK, past them. `to` gives
 * messages that can be answered, each once. The Admin SDK finds the emulator in the environment.
 */
export async function measureComponentWrite(
  { host, port }: { host: string; port: number },
  project: string,
  room: string,
  to: readonly string[],
): Promise<Pair> {
  const app = initializeApp({ projectId: project, apiKey: 'bench' }, 'component');
  const lite = getFirestore(app);
  const firebase = { sign_in_provider: 'custom', identities: {} } as const;
  const mockUserToken = { sub: componentUid('reply'), component: 'reply', firebase };
  connectFirestoreEmulator(lite, host, port, { mockUserToken });
  const adminApp = initializeAdmin({ projectId: project }, 'component');
  const admin = getAdminFirestore(adminApp);

  const left = [...to];
  const next = (): string => left.shift() ?? '';
  const reply = (asked: string, at: unknown) => ({
    author: { kind: 'component', id: 'reply' },
    text: 'Hello bench',
    at,
    revision: 1,
    reply: { to: asked, state: 'done' },
  });
  const pair = await paired(
    async () => {
      const asked = next();
      await setDoc(doc(lite, messagePath(room, replyId(asked))), reply(asked, serverTimestamp()));
    },
    async () => {
      const asked = next();
      await admin.doc(messagePath(room, replyId(asked))).create(reply(asked, FieldValue.serverTimestamp()));
    },
    ROUNDS,
  );
  await deleteApp(app);
  await endAdmin(adminApp);
  return pair;
}
