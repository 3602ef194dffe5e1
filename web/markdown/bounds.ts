import { REPLY_TEXT_MAX } from '#model/limits.ts';

/*
 * Reading markdown takes more than linear time in some shapes of text: many marks of emphasis, many lines of a list,
 * many quotations or lists opened in one line. Within these bounds the worst that was found takes 0.7 s for
 * 12,000 characters and 60 ms for the 4,000 of a person. docs/decisions/markdown-without-html.md has the figures.
 */

/** Characters: nothing that is written as markdown is longer. Slack's people may write more, and see it as they typed it. */
const LENGTH_MAX = REPLY_TEXT_MAX;

/** Runs of marks that may open or close something. */
const RUNS_MAX = 3_000;

const LINES_MAX = 1_000;

/** Quotations and lists that one line opens. */
const OPENED_MAX = 8;

/** Elements inside of one another. */
export const DEPTH_MAX = 16;

const RUN = /\*+|_+|~+|`+|\[|\]|</g;
const LINE = /\r\n?|\n/g;
const OPENED = new RegExp(
  String.raw`^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]*){${OPENED_MAX + 1}}`,
  'm',
);

const isMore = (text: string, pattern: RegExp, most: number): boolean => {
  let count = 0;
  for (const _ of text.matchAll(pattern)) if (++count > most) return true;
  return false;
};

/** Whether a text can be read as markdown without anybody noticing the time that takes. */
export const isBounded = (text: string): boolean =>
  text.length <= LENGTH_MAX &&
  !isMore(text, RUN, RUNS_MAX) &&
  !isMore(text, LINE, LINES_MAX) &&
  !OPENED.test(text);
