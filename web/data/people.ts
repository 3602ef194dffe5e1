import { doc, serverTimestamp, setDoc } from 'firebase/firestore';
import { asPerson, type Person, personPath } from '#model/person.ts';
import { LIVE, listenToOne } from './listen.ts';
import { ownPage, samePage } from './own-page.ts';
import { plain } from './plain.ts';
import type { SignedIn } from './session.ts';
import { store } from './store.ts';

/** How a person's own page is written: what their account says, in the language they use. */
export type OwnPage = { readonly locale: 'en' | 'ja'; readonly nameless: string };

/**
 * Writes a person's page when it is missing or says something else than their account.
 * It is written once: a refusal is not repeated, and the app goes on without the page. `seen` is told what it says. Returns how to stop.
 */
export const keepOwnPage = (
  person: SignedIn,
  options: OwnPage,
  seen: (page: Person) => void,
): (() => void) => {
  const page = doc(store, personPath(person.uid));
  let written = false;
  return listenToOne(
    page,
    (snapshot) => {
      const there = asPerson(plain(snapshot.data({ serverTimestamps: 'estimate' })));
      if (there.ok) seen(there.value);
      if (snapshot.metadata.fromCache || written) return;
      const wanted = ownPage(person, there.ok ? there.value : undefined, options);
      if (there.ok && samePage(there.value, wanted)) return;
      written = true;
      // Others see no name until the next start: nothing here depends on it, but it is told to the browser as any error is.
      setDoc(page, { ...wanted, changed: serverTimestamp() }).catch(reportError);
    },
    () => undefined,
    LIVE,
  );
};
