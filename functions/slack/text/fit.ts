import { flanking } from './attention.ts';
import { at, before, isAsciiPunctuation } from './characters.ts';
import { BOLD, ITALIC, isPlain, type Run, STRIKE, type Step, steps, tidy } from './rich-text.ts';

const signs: ReadonlyMap<number, string> = new Map([
  [BOLD, '*'],
  [ITALIC, '*'],
  [STRIKE, '~'],
]);

/** Each pass takes a mark off what it cannot stand beside; after that it stands, but for cases made by hand. */
const PASSES_MAX = 8;

/** What a reader meets at an edge of a run: code, a link and what is escaped begin and end with some sign. */
const PUNCTUATION = '!';
const met = (run: Run | undefined, character: (text: string) => string): string => {
  if (!run) return '';
  const seen = character(run.text);
  return !isPlain(run) || isAsciiPunctuation(seen) ? PUNCTUATION : seen;
};
const firstOf = (run: Run | undefined) => met(run, (text) => at(text, 0));
const lastOf = (run: Run | undefined) => met(run, (text) => before(text, text.length));

/** The same words, with marks taken off where markdown has no way to begin or end them: beside `"` within a word, say. */
export const fitted = (runs: readonly Run[]): Run[] => {
  let fit = tidy(runs);
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    const off = misfits(fit);
    if (off.size === 0) return fit;
    fit = tidy(fit.flatMap((run, i) => without(run, off.get(i) ?? { start: 0, end: 0 })));
  }
  return tidy(fit.map((run) => ({ ...run, marks: 0 })));
};

/** For each run, the marks that cannot begin where it begins or end where it ends. */
const misfits = (runs: readonly Run[]): Map<number, { start: number; end: number }> => {
  const off = new Map<number, { start: number; end: number }>();
  for (const [i, step] of steps(runs).entries()) {
    const { close, open } = misfitsAt(step, lastOf(runs[i - 1]), firstOf(runs[i]));
    if (close > 0) off.set(i - 1, { start: off.get(i - 1)?.start ?? 0, end: close });
    if (open > 0) off.set(i, { start: open, end: 0 });
  }
  return off;
};

const misfitsAt = ({ close, open }: Step, left: string, right: string): { close: number; open: number } => {
  const found = { close: 0, open: 0 };
  const marks = [...close, ...open];
  const sign = (nth: number) => signs.get(marks[nth] ?? 0) ?? '';
  for (let from = 0, to = 0; from < marks.length; from = to) {
    while (to < marks.length && sign(to) === sign(from)) to += 1;
    const can = flanking(sign(from), from > 0 ? sign(from - 1) : left, to < marks.length ? sign(to) : right);
    for (let nth = from; nth < to; nth += 1) {
      if (nth < close.length && !can.closes) found.close |= marks[nth] ?? 0;
      if (nth >= close.length && !can.opens) found.open |= marks[nth] ?? 0;
    }
  }
  return found;
};

/** A run without marks on its first or its last character. */
const without = (run: Run, { start, end }: { start: number; end: number }): Run[] => {
  if ((start | end) === 0) return [run];
  if (!isPlain(run)) return [{ ...run, marks: run.marks & ~(start | end) }];
  const { text, marks } = run;
  const head = start > 0 ? at(text, 0) : '';
  const rest = text.slice(head.length);
  const tail = end > 0 ? before(rest, rest.length) : '';
  return [
    { text: head, marks: marks & ~start },
    { text: rest.slice(0, rest.length - tail.length), marks },
    { text: tail, marks: marks & ~end },
  ].filter((piece) => piece.text !== '');
};
