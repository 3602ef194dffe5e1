import { withoutBlanks } from './characters.ts';

/** What a line of markdown may begin with. All take a line whose tabs are blanks. */

/** Only these are blank to markdown: a line with a Japanese space on it is words. */
export const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

export const indentOf = (line: string): number => {
  const first = line.search(/[^ ]/);
  return first < 0 ? line.length : first;
};

/** https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export const fenceIn = (line: string): { sign: string; size: number; indent: number } | undefined => {
  const [, blanks = '', row = '', info = ''] = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (row === '' || (row.startsWith('`') && info.includes('`'))) return undefined;
  return { sign: row[0] ?? '', size: row.length, indent: blanks.length };
};

export const closesFence = (line: string, { sign, size }: { sign: string; size: number }): boolean => {
  const row = withoutBlanks(line).trimStart();
  return /^ {0,3}\S/.test(line) && row.length >= size && row === sign.repeat(row.length);
};

/** The words of a heading: `# so`, `## so ##`. */
export const headingIn = (line: string): string | undefined => {
  const [sign, words] = /^ {0,3}#{1,6}(?:([ \t].*)|$)/.exec(withoutBlanks(line)) ?? [];
  if (sign === undefined || words === undefined) return sign && '';
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  return /[ \t]/.test(words[end - 1] ?? '') ? words.slice(0, end) : words;
};

export const isRule = (line: string): boolean => {
  const signs = /^ {0,3}\S/.test(line) ? line.replaceAll(' ', '') : '';
  return signs.length >= 3 && /^[-*_]/.test(signs) && signs === (signs[0] ?? '').repeat(signs.length);
};

/** What makes a heading of the paragraph above it. */
export const isUnderline = (line: string): boolean => /^ {0,3}(?:=+|-+) *$/.test(line);

export type ItemStart = {
  /** `-`, `*`, `+`, `.` or `)`: another sign is another list. */
  readonly sign: string;
  readonly number?: number;
  /** Blanks and sign: how far in a line has to be to belong to the item. */
  readonly width: number;
  readonly isEmpty: boolean;
};

/** https://spec.commonmark.org/0.31.2/#list-items */
export const itemIn = (line: string): ItemStart | undefined => {
  const [start, digits, sign = ''] = /^ {0,3}(?:(\d{1,9})([.)])|[-*+])(?= |$)/.exec(line) ?? [];
  if (start === undefined) return undefined;
  const blanks = line.slice(start.length).search(/[^ ]/);
  const gap = blanks < 1 || blanks > 4 ? 1 : blanks;
  return {
    sign: sign || start.trim(),
    ...(digits !== undefined && { number: Number(digits) }),
    width: start.length + gap,
    isEmpty: blanks < 0,
  };
};

/** Where the words after a quote sign begin. */
export const quoteIn = (line: string): number | undefined => /^ {0,3}> ?/.exec(line)?.[0].length;

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');

/** Whether the second line makes a table's head of the first. https://github.github.com/gfm/#tables-extension- */
export const isTable = (head: string, line: string): boolean => {
  if (!head.includes('|') || !line.includes('|') || !/^[|:\- ]+$/.test(line)) return false;
  const columns = cells(line);
  return (
    columns.every((cell) => /^:?-+:?$/.test(cell.trim())) &&
    cells(head.replace(/\\[^]/g, '')).length === columns.length
  );
};
