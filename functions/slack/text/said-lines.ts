import type { Place } from './containers.ts';
import { readInline } from './read-inline.ts';
import { joined, type Line, type Run, tidy, trimmed } from './rich-text.ts';

/** Blanks that set what goes on within an item under it: for each level of the list, and for the item's sign. */
const LEVEL = 4;
const SIGN = 2;

/** The lines that a paragraph says where it stands, with `marks` on all of them. */
export const saidLines = (paragraph: string, marks: number, place: Place): Line[] => {
  const lines: Run[][] = [[]];
  for (const run of readInline(paragraph)) {
    for (const [nth, text] of run.text.split('\n').entries()) {
      if (nth > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text, marks: run.marks | marks });
    }
  }
  const said = lines.map((runs) => trimmed(tidy(runs)));
  while (said.length > 1 && said[0]?.length === 0) said.shift();
  const { quote, depth } = place;
  return said.map((runs, nth) => lineAt(runs, nth === 0 ? place : { quote, depth }));
};

/** Whether there is something to see; a blank is, in code. */
const isSeen = ({ code, text }: Run): boolean => (code ? /[^\u200A\u200B]/ : /[^\s\u200B]/).test(text);

/** A line of words where it stands. An item's sign with nothing after it is what it is. */
export const lineAt = (runs: readonly Run[], { quote, depth, begins }: Place): Line => {
  if (depth === 0 || (runs.length === 0 && !begins)) return { kind: 'line', quote, runs };
  const number = begins?.number;
  if (begins && runs.some(isSeen))
    return { kind: 'line', quote, runs, item: { depth: depth - 1, ...(number !== undefined && { number }) } };
  const text = begins ? `${number ?? ''}${begins.sign}` : ' '.repeat((depth - 1) * LEVEL + SIGN);
  return { kind: 'line', quote, runs: joined([{ text, marks: 0 }, ...runs]) };
};
