/** The components as they are, and beside them the floor: a bare trigger that writes with the Admin SDK, without rules. */
import { getApps, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { onDocumentCreated } from 'firebase-functions/firestore';

export * from '../../../functions/index.ts';

export const floor = onDocumentCreated(
  { document: 'floor/{id}', region: 'asia-northeast1' },
  async ({ params, data }) => {
    const firestore = getFirestore(getApps()[0] ?? initializeApp());
    await firestore.doc(`echoes/${params.id}`).create({ text: `Hello ${String(data?.get('text'))}` });
  },
);
