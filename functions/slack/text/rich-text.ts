import { withoutBlanks } from './characters.ts';

/**
 * A text between Slack and markdown: lines of runs, flat, as both show it.
 *
 * Flat on purpose: emphasis is a set of marks on a run and not a tree, a quote and a list item are properties of a
 * line. What is written on the way in cannot make it deep, so nothing that walks it can overflow.
 */

/** The marks that Slack and markdown both know, as bits of a set. */
export const BOLD = 1;
export const ITALIC = 2;
export const STRIKE = 4;
/** From the outermost to the innermost where several begin at one place. */
export const MARKS = [BOLD, ITALIC, STRIKE] as const;

/** Words that look the same throughout. A run of code is shown to the letter; a link's label has no marks inside. */
export type Run = {
  readonly text: string;
  /** A set of {@link BOLD}, {@link ITALIC}, {@link STRIKE}. */
  readonly marks: number;
  readonly code?: boolean;
  /** Where it leads: see `link.ts` for what may be here. */
  readonly href?: string;
};

/** Where a line stands in a list: `depth` 0 is the outermost; a numbered item has its number. */
export type Item = { readonly depth: number; readonly number?: number };

/** One line of words. Without runs it is a blank line. */
export type Line = {
  readonly kind: 'line';
  readonly quote: boolean;
  readonly item?: Item;
  readonly runs: readonly Run[];
};

/** Lines of code, to the letter. */
export type CodeBlock = { readonly kind: 'code'; readonly text: string };

export type Block = Line | CodeBlock;

export const isPlain = ({ code, href }: Run): boolean => !code && href === undefined;

const alike = (a: Run, b: Run): boolean =>
  a.marks === b.marks && isPlain(a) && isPlain(b) && a.text !== '' && b.text !== '';

/** Joins neighbours that look alike and leaves out what is empty. */
export const joined = (runs: readonly Run[]): Run[] => {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && alike(last, run)) out[out.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') out.push(run);
  }
  return out;
};

/** A text's edges, as far as they consist of such characters, as runs of their own. */
const split = (run: Run, edge: RegExp): Run[] => {
  if (!isPlain(run) || run.marks === 0) return [run];
  const { text } = run;
  let start = 0;
  while (start < text.length && edge.test(text[start] ?? '')) start += 1;
  let end = text.length;
  while (end > start && edge.test(text[end - 1] ?? '')) end -= 1;
  const pieces = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  return pieces.filter((piece) => piece !== '').map((piece) => ({ ...run, text: piece }));
};

/**
 * The same words where no mark begins or ends on a blank, or on what else `edge` names: neither Slack nor markdown would
 * take it for one.
 */
export const tidy = (runs: readonly Run[], edge = /\s/): Run[] => {
  const out = runs.flatMap((run) => split(run, edge));
  const isEdge = (run: Run) => isPlain(run) && edge.test(run.text[0] ?? '');
  for (const mark of MARKS) {
    const clear = (from: number, step: 1 | -1) => {
      for (let i = from; ; i += step) {
        const run = out[i];
        if (!run || (run.marks & mark) === 0 || !isEdge(run)) return;
        out[i] = { ...run, marks: run.marks & ~mark };
      }
    };
    for (const i of out.keys()) if (((out[i - 1]?.marks ?? 0) & mark) === 0) clear(i, 1);
    for (let i = out.length - 1; i >= 0; i -= 1) if (((out[i + 1]?.marks ?? 0) & mark) === 0) clear(i, -1);
  }
  return joined(out);
};

/** Only these are nothing at the ends of a line: a Japanese space sets a paragraph in. */
const isNothing = (run: Run): boolean => isPlain(run) && /^[ \t]*$/.test(run.text);

/** The same runs without blanks at the end. */
export const trimmedEnd = (runs: readonly Run[]): Run[] => {
  const seen = runs.slice(0, runs.findLastIndex((run) => !isNothing(run)) + 1);
  const last = seen.at(-1);
  return last && isPlain(last) ? [...seen.slice(0, -1), { ...last, text: withoutBlanks(last.text) }] : seen;
};

/** The same runs without blanks at either end. */
export const trimmed = (runs: readonly Run[]): Run[] => {
  const start = runs.findIndex((run) => !isNothing(run));
  const [first, ...rest] = trimmedEnd(start < 0 ? [] : runs.slice(start));
  if (!first) return [];
  return [isPlain(first) ? { ...first, text: first.text.replace(/^[ \t]+/, '') } : first, ...rest];
};

/** What is to be opened and closed where a run begins, innermost last; marks that end under others are opened anew. */
export type Step = {
  readonly close: readonly number[];
  readonly open: readonly number[];
  readonly run?: Run;
};

/** Runs as nested marks: for each run what ends and what begins before it, and one more step for what ends the line. */
export const steps = (runs: readonly Run[]): Step[] => {
  const until = extents(runs);
  const out: Step[] = [];
  let stack: number[] = [];
  for (const [i, run] of runs.entries()) {
    const kept = stack.findIndex((mark) => (run.marks & mark) === 0);
    const close = kept < 0 ? [] : stack.splice(kept).toReversed();
    const open = MARKS.filter((mark) => (run.marks & mark) !== 0 && !stack.includes(mark)).toSorted(
      (a, b) => (until.get(b)?.[i] ?? 0) - (until.get(a)?.[i] ?? 0),
    );
    stack = [...stack, ...open];
    out.push({ close, open, run });
  }
  out.push({ close: stack.toReversed(), open: [] });
  return out;
};

/** For each mark and run, the index after the last run up to which the mark goes on. */
const extents = (runs: readonly Run[]): Map<number, number[]> =>
  new Map(
    MARKS.map((mark) => {
      const ends: number[] = Array.from({ length: runs.length });
      for (let i = runs.length - 1; i >= 0; i -= 1) {
        const goesOn = ((runs[i + 1]?.marks ?? 0) & mark) !== 0;
        ends[i] = goesOn ? (ends[i + 1] ?? i + 1) : i + 1;
      }
      return [mark, ends];
    }),
  );
