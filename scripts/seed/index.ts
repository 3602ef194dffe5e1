import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import type { Stack } from '../stack/index.ts';
import { UserError } from '../user-error.ts';
import { ACCOUNTS, OPERATOR } from './accounts.ts';
import { seedDocuments } from './documents.ts';

/** Puts into a fresh stack what a first visitor should find: people who can sign in, and a room in which something was said. */
export async function seed({
  environment,
  projectId,
  urls,
}: Pick<Stack, 'environment' | 'projectId' | 'urls'>): Promise<void> {
  // The Admin SDK finds the emulators in the environment, and nowhere else.
  Object.assign(process.env, environment);
  const app = initializeApp({ projectId }, `seed-${projectId}`);
  try {
    const people = ACCOUNTS.map(({ sub, email, name }) => ({
      uid: sub,
      email,
      emailVerified: true,
      displayName: name,
      ...(sub === OPERATOR && { customClaims: { operator: true } }),
      providerData: [{ providerId: 'google.com', uid: sub, email, displayName: name }],
    }));
    const { errors } = await getAuth(app).importUsers(people);
    if (errors.length > 0) {
      throw new UserError('The Auth emulator did not take the seeded people.', {
        lines: errors.map(({ error }) => error.message),
      });
    }
    const firestore = getFirestore(app);
    const batch = firestore.batch();
    for (const [path, document] of seedDocuments(new Date(), urls.slack))
      batch.set(firestore.doc(path), document);
    await batch.commit();
  } finally {
    await deleteApp(app);
  }
}
