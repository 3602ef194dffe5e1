import type { Author } from '#model/message.ts';
import type { Line } from './line.ts';

/** What one author says within these milliseconds stands under one name. */
export const GROUP_SPAN = 5 * 60_000;

/** A row of the list: a day begins, or a line. `head` is the first of its author's group, with name and picture. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: Date }
  | { readonly kind: 'line'; readonly key: string; readonly line: Line; readonly head: boolean };

const dayOf = (at: Date): string => `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;

const same = (a: Author, b: Author): boolean => a.kind === b.kind && a.id === b.id;

/** Rows for lines in the order of time: day lines by the reader's calendar, and groups by author. */
export const rows = (lines: readonly Line[]): Row[] => {
  const made: Row[] = [];
  let day: string | undefined;
  let author: Author | undefined;
  let began = 0;
  for (const line of lines) {
    if (line.kind === 'unreadable') {
      made.push({ kind: 'line', key: line.id, line, head: false });
      author = undefined;
      continue;
    }
    const { at, author: by } = line.message;
    if (dayOf(at) !== day) {
      day = dayOf(at);
      author = undefined;
      made.push({ kind: 'day', key: `day-${day}-${line.id}`, at });
    }
    const head = !author || !same(author, by) || at.getTime() - began > GROUP_SPAN;
    if (head) {
      author = by;
      began = at.getTime();
    }
    made.push({ kind: 'line', key: line.id, line, head });
  }
  return made;
};
