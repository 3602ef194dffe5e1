// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { read } from '../../web/markdown/read.ts';

/** So many times the processor time of an ordinary reply as long as replies may be: what no text may take. The slowest takes five times as much. */
const HANG = 25;

/** Milliseconds of the processor, which another process that runs does not make more. */
const timed = (text: string) => {
  const began = process.cpuUsage();
  const tree = read(text);
  const { user, system } = process.cpuUsage(began);
  return { tree, took: (user + system) / 1_000 };
};

const times = (text: string, length: number): string => text.repeat(Math.floor(length / text.length));

const REPLY = times(
  '## A heading\n\n- **one** and `two`\n- [three](https://example.org)\n\nWords and words.\n\n',
  12_000,
);
const [, floor = 0] = Array.from({ length: 3 }, () => timed(REPLY).took).sort((a, b) => a - b);

const deepening = (length: number): string => {
  let text = '';
  for (let depth = 0; text.length < length; depth += 1) text += `${'  '.repeat(depth)}- a\n`;
  return text;
};

describe('shows as typed, without a wait,', () => {
  it.each([
    ['40,000 letters', times('word ', 40_000)],
    ['10,000 pairs of asterisks', times('a*', 20_000)],
    ['a quotation in a quotation, 1,000 deep', '>'.repeat(1_000)],
    ['a list in a list, 1,000 deep in one line', times('- ', 2_000)],
    ['a numbered list in a list, deep in one line', times('1. ', 4_000)],
    ['a list and a quotation in turn', times('> - ', 12_000)],
    ['a list that grows deeper line by line', deepening(4_000)],
    ['emphasis in emphasis', `${times('*a _b ', 240)}c${times('_*', 80)}`],
    ['lists and quotations in turn, over lines', times('1. >1. - \n    ', 12_000)],
    ['12,000 brackets', times('[', 12_000)],
    ['brackets in brackets', '['.repeat(6_000) + ']'.repeat(6_000)],
    ['5,000 lines of a list', times('- a\n', 12_000)],
    ['pictures in pictures', times('![', 12_000)],
  ])('%s', (_, text) => {
    const { tree, took } = timed(text);
    expect(tree).toBeUndefined();
    expect(took).toBeLessThan(HANG * floor);
  });
});

describe('reads, without a wait,', () => {
  it.each([
    ['10,000 asterisks', times('*', 10_000)],
    ['4,000 asterisks between letters', times('a*', 4_000)],
    ['12,000 letters', times('word ', 12_000)],
    ['12,000 characters of bold Japanese', times('これは**「重要」**です。長い文のあとに続く言葉。', 12_000)],
    ['a long reply', REPLY],
    ['12,000 characters of code', `\`\`\`\n${times('const snake_case = a * b[c];\n', 11_900)}\n\`\`\``],
    ['quotations as deep as an exchange of mails', '>>>>>> a\n>>>>> b\n>>>> c\n>>> d'],
    ['a line of dashes', `a\n${'-'.repeat(80)}\nb`],
    ['backslashes', times('\\', 12_000)],
    ['ampersands', times('&', 12_000)],
    ['tabs', `a${times('\t', 11_000)}b`],
    ['line ends', `a${times('\n', 999)}b`],
    ['a wide table', `${times('|a', 1_000)}|\n${times('|-', 1_000)}|\n`],
    ['1,500 openings of a link that never ends', times('[a](', 5_996)],
    // The slowest that were found among 6,000 random patterns, repeated up to the bounds.
    ['escapes before code', times('!\\``- "(a', 12_000)],
    ['code over lines', times('\\```\na&b - # ', 12_000)],
  ])('%s', (_, text) => {
    const { tree, took } = timed(text);
    expect(tree?.type).toBe('root');
    expect(took).toBeLessThan(HANG * floor);
  });
});
