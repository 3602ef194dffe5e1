import { doc, getDoc } from 'firebase/firestore';
import type { Author } from '#model/message.ts';
import { asPerson, personPath } from '#model/person.ts';
import { asSlackPerson, slackPersonPath } from '#model/slack-person.ts';
import type { Appearance } from './names.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** How an author appears, by their page; nothing where they have none. */
export const readAppearance = async ({ kind, id }: Author): Promise<Appearance | undefined> => {
  const path = kind === 'slack' ? slackPersonPath(id) : personPath(id);
  // One's own page may be on its way to the server, and its time not known yet.
  const snapshot = await getDoc(doc(store, path));
  const data = plain(snapshot.data({ serverTimestamps: 'estimate' }));
  const page = kind === 'slack' ? asSlackPerson(data) : asPerson(data);
  return page.ok ? page.value : undefined;
};
