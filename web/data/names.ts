import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { doc, getDoc } from 'firebase/firestore';
import type { Author } from '#model/message.ts';
import { asPerson, personPath } from '#model/person.ts';
import { asSlackPerson, slackPersonPath } from '#model/slack-person.ts';
import { plain } from './plain.ts';
import { store } from './store.ts';

/** How an author appears. */
export type Appearance = { readonly name: string; readonly picture?: string | undefined };

/** How an author appears, as soon as it is known; undefined until then, and where nobody has said. */
export type AppearanceOf = (author: Author) => ReadonlySignal<Appearance | undefined>;

/** Milliseconds after which somebody without a page is asked for again: Slack's people may be described after they speak. */
const AGAIN = 30_000;

const readAppearance = async ({ kind, id }: Author): Promise<Appearance | undefined> => {
  const path = kind === 'slack' ? slackPersonPath(id) : personPath(id);
  // One's own page may be on its way to the server, and its time not known yet.
  const snapshot = await getDoc(doc(store, path));
  const data = plain(snapshot.data({ serverTimestamps: 'estimate' }));
  const page = kind === 'slack' ? asSlackPerson(data) : asPerson(data);
  return page.ok ? page.value : undefined;
};

/** Everybody's appearance, each read once. */
export const openNames = (): AppearanceOf => {
  const known = new Map<string, { shown: Signal<Appearance | undefined>; asked: number }>();
  const ask = (author: Author, shown: Signal<Appearance | undefined>): void => {
    readAppearance(author).then(
      (appearance) => (shown.value = appearance),
      // Offline or refused: the author stays without a name, and is asked for again later.
      () => (shown.value = undefined),
    );
  };
  return (author) => {
    const key = `${author.kind}:${author.id}`;
    const there = known.get(key);
    if (there && (there.shown.peek() || Date.now() - there.asked < AGAIN)) return there.shown;
    const shown = there?.shown ?? signal<Appearance | undefined>(undefined);
    known.set(key, { shown, asked: Date.now() });
    if (author.kind === 'component') shown.value = { name: 'Tsunagi' };
    else ask(author, shown);
    return shown;
  };
};
