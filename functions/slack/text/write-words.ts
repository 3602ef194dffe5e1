import { at, before } from './characters.ts';
import { fenceIn, headingIn, isRule, isUnderline, itemIn, quoteIn } from './line-starts.ts';
import { literal } from './literal.ts';
import { BOLD, ITALIC, isPlain, type Run, STRIKE, type Step, steps } from './rich-text.ts';
import { writeLink } from './write-link.ts';

const signs: ReadonlyMap<number, string> = new Map([
  [BOLD, '**'],
  [ITALIC, '*'],
  [STRIKE, '~~'],
]);

const NO_BREAK_SPACE = '\u00A0';

/** Runs that fit (see fit.ts) as markdown. `active` are the signs that could be markup here. */
export const wordsOf = (runs: readonly Run[], active: ReadonlySet<string>): string => {
  const all = steps(runs);
  const fixed = runs.map((run, i) => fixedOf(run, isFree(runs, all, i) && !active.has('[')));
  const out: string[] = [];
  for (const [i, { close, open, run }] of all.entries()) {
    out.push(...[...close, ...open].map((mark) => signs.get(mark) ?? ''));
    if (!run) break;
    const next = all[i + 1];
    const after = next && next.close.length + next.open.length > 0 ? '*' : at(fixed[i + 1] ?? '', 0);
    const last = out.at(-1) ?? '';
    out.push(fixed[i] ?? literal(run.text, active, { left: before(last, last.length), right: after }));
  }
  return out.join('');
};

/** What is not words, as it is written wherever it stands. */
const fixedOf = (run: Run, isFree: boolean): string | undefined => {
  if (run.code) return ticked(run.text);
  return run.href === undefined ? undefined : writeLink(run.text, run.href, isFree);
};

/** Whether nothing but blanks stands beside a run. */
const isFree = (runs: readonly Run[], all: readonly Step[], i: number): boolean => {
  const [here, next] = [all[i], all[i + 1]];
  if (!here || !next || here.open.length + here.close.length + next.open.length + next.close.length > 0)
    return false;
  const [left, right] = [runs[i - 1], runs[i + 1]];
  return (
    (!left || (isPlain(left) && /\s$/.test(left.text.slice(-1)))) &&
    (!right || (isPlain(right) && /^\s/.test(right.text)))
  );
};

/** Code between rows of grave accents that are longer or shorter than any within it. */
const ticked = (code: string): string => {
  const sizes = new Set(Array.from(code.matchAll(/`+/g), ([row]) => row.length));
  let size = 1;
  while (sizes.has(size)) size += 1;
  const row = '`'.repeat(size);
  const isPadded = /^`|`$/.test(code) || (/^ .* $/.test(code) && code.trim() !== '');
  return isPadded ? `${row} ${code} ${row}` : `${row}${code}${row}`;
};

/** A line of markdown that begins with words, so that they are not taken for the beginning of something else. */
export const startAsWords = (line: string, isItem: boolean): string => {
  const blanks = /^[ \t]+/.exec(line)?.[0] ?? '';
  // Blanks at the beginning are seen in Slack; markdown drops them, or makes code of the line.
  if (blanks !== '')
    return NO_BREAK_SPACE.repeat(blanks.replaceAll('\t', '    ').length) + line.slice(blanks.length);
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(line)?.[0];
  if (number !== undefined) return `${number}\\${line.slice(number.length)}`;
  const isStart =
    quoteIn(line) !== undefined ||
    headingIn(line) !== undefined ||
    fenceIn(line) !== undefined ||
    itemIn(line) !== undefined ||
    isRule(line) ||
    isUnderline(line) ||
    (/^[|:-][|:\- ]*$/.test(line) && line.includes('-')) ||
    (isItem && /^\[[ xX]\](?:\s|$)/.test(line));
  return isStart ? `\\${line}` : line;
};
