import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Author } from '#model/message.ts';

/** How an author appears. */
export type Appearance = { readonly name: string; readonly picture?: string | undefined };

/** How an author appears, as soon as it is known; undefined until then, and where nobody has said. */
export type AppearanceOf = (author: Author) => ReadonlySignal<Appearance | undefined>;

/** Milliseconds after which somebody without a page is asked for again: Slack's people may be described after they speak. */
const AGAIN = 30_000;

/** Milliseconds after which it is asked anew where there was no answer, one try after the other. */
const RETRIES = [1_000, 2_000, 4_000, 8_000, 16_000];

/** Everybody's appearance, and how to say what somebody's is where it is known without reading. */
export type Names = {
  readonly appearance: AppearanceOf;
  readonly learn: (author: Author, appearance: Appearance) => void;
};

const keyOf = ({ kind, id }: Author): string => `${kind}:${id}`;

/** Everybody's appearance, each read once. */
export const openNames = (read: (author: Author) => Promise<Appearance | undefined>): Names => {
  const known = new Map<string, { shown: Signal<Appearance | undefined>; asked: number }>();
  const entryOf = (author: Author) => {
    const there = known.get(keyOf(author));
    const entry = there ?? {
      shown: signal<Appearance | undefined>(undefined),
      asked: Number.NEGATIVE_INFINITY,
    };
    if (!there) known.set(keyOf(author), entry);
    return entry;
  };
  const ask = (author: Author, shown: Signal<Appearance | undefined>, tries = 0): void => {
    read(author).then(
      // What was learnt meanwhile is newer.
      (appearance) => (shown.value ??= appearance),
      // Offline or refused: nobody may come to ask for them again, so it is asked some times more.
      () => {
        const pause = RETRIES[tries];
        if (pause === undefined) return;
        setTimeout(() => shown.peek() ?? ask(author, shown, tries + 1), pause);
      },
    );
  };
  return {
    learn: (author, appearance) => (entryOf(author).shown.value = appearance),
    appearance: (author) => {
      const entry = entryOf(author);
      if (entry.shown.peek() || Date.now() - entry.asked < AGAIN) return entry.shown;
      entry.asked = Date.now();
      if (author.kind === 'component') entry.shown.value = { name: 'Tsunagi' };
      else ask(author, entry.shown);
      return entry.shown;
    },
  };
};
