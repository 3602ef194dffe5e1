import * as fc from 'fast-check';
import {
  type Block,
  BOLD,
  ITALIC,
  type Line,
  type Run,
  STRIKE,
  tidy,
} from '../../../functions/slack/text/rich-text.ts';

const words = [
  'a',
  'bc',
  ' ',
  '  ',
  '7',
  '重要',
  'です',
  'ｶﾅ',
  '。',
  '「',
  '」',
  '.',
  '!',
  '"',
  '(',
  ')',
  ':',
];
const rare = ['😀', 'é', '　', '\u00A0', '\u200B', '\u200F', '-', '='];
const signs = ['*', '_', '~', '`', '**', '__', '~~', '```'];
const others = ['\\', '|', '[', ']', '#', '+', '@', ';', '!['];
const lines = [
  '\n',
  '\n\n',
  '\n# ',
  '\n1. ',
  '\n- ',
  '\n* ',
  '\n---',
  '\n===',
  '\n    ',
  '\n```\n',
  '\n~~~\n',
];
const addresses = ['https://x.jp ', 'www.x.jp ', 'a@b.jp '];
const entities = [
  '&amp;',
  '&lt;',
  '&gt;',
  '&lt;b&gt;',
  '&amp;lt;',
  '<@U1>',
  '<#C1|general>',
  '<!here>',
  '<tel:1>',
];
const links = ['<https://x.jp>', '<https://x.jp/a?b=1&amp;c=2|la*b_el>', '<mailto:a@b.jp|a@b.jp>'];
const typed = [
  '<https://x.jp>',
  '<a@b.jp>',
  '[la*b*el](https://x.jp)',
  '![alt](https://x.jp/i.png "t")',
  '<b>',
];

const made = (...pieces: readonly (readonly string[])[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces.flat()), { maxLength: 24 }).map((some) => some.join(''));

const everywhere = [words, words, rare, signs, signs, others, lines, addresses].flat();
const odd = ['\n| - |', '\n[a]: b', '](x)', 'http://'];

/** Texts as Slack could send them, and as it never would. */
export const mrkdwn = made(everywhere, signs, entities, links, odd, [
  '\n&gt; ',
  '\n&gt;&gt;&gt; ',
  '\n• ',
  '\n    ◦ ',
  '\n- [ ] ',
  '\n[^1]: c',
  ':smile:',
  ':no_such_one:',
  '\u200A',
]);

const marked = ['\n> ', '\n  - ', '\n1) ', '&amp;', '&#60;', '\\*', '  \n', '\\\n'];

/** Markdown as people type it, and worse. */
export const markdown = made(everywhere, typed, odd, marked, [
  '&lt;',
  '\\<',
  '>',
  '&',
  '<!channel>',
  '<@U1>',
  '<!subteam^S1|@x>',
  '@channel',
  '@here',
]);

const usual = ['\u200B', '😀', 'é', '-', '='];

/** Markdown that readers agree on: a sign with nothing after it, crossing marks and odd blanks they take as they like. */
export const agreed = made(words, words, usual, signs, others, lines, addresses, typed, marked).filter(
  (text) =>
    !/(?:^|[\s>])(?:[-+*]|\d+[.)])[\s\u200B>#`~\\]*$/m.test(text) &&
    !(text.includes('~') && /[*_]/.test(text)) &&
    !/\||^[ >]*> *$/m.test(text) &&
    !/@\.|https?:..x\.jp[^ ?.]|\]\((?!https)/.test(text),
);

/** Any units of UTF-16, half characters and NUL too, and those that mean something more often. */
export const anything = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(...'<>&|*_~`@!#\n\\[]() '.split('').map((c) => c.charCodeAt(0))),
    ),
    {
      maxLength: 80,
    },
  )
  .map((units) => String.fromCharCode(...units));

const said = [
  'a',
  'bold words',
  '重要',
  'です',
  'foo_bar',
  'x * y',
  'C++ と C',
  'a<b>c',
  'a &amp; b',
  'x > y',
  'a `b',
];
const more = [
  '言う「引用」と',
  'smile 😀 x',
  'a\\*b',
  '[x](y)z',
  'x _private_ y',
  'x **not** y',
  'a~~b',
  '@channel x',
];

const run = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ text: fc.constantFrom(...said, ...more), marks: fc.nat(BOLD | ITALIC | STRIKE) }),
  },
  fc.record({
    text: fc.constantFrom('x', 'a b', '*y*', '<tag>', 'a|b'),
    marks: fc.constantFrom(0, BOLD),
    code: fc.constant(true),
  }),
  fc.record({
    text: fc.constantFrom('label', 'ラベル', 'a*b_c', 'a & b'),
    marks: fc.constantFrom(0, BOLD),
    href: fc.constantFrom('https://x.jp/', 'https://x.jp/a?b=1&c=(2)', 'mailto:a@b.jp'),
  }),
);
const spaced = fc
  .array(run, { minLength: 1, maxLength: 6 })
  .map((some) => some.flatMap((one): Run[] => [{ text: ' ', marks: 0 }, one]).slice(1));
const glued = fc.array(
  fc.record({
    text: fc.constantFrom('重要', 'です', '「引用」', 'ラベル', '。'),
    marks: fc.nat(BOLD | ITALIC),
  }),
  { minLength: 1, maxLength: 6 },
);
const line = fc.record({
  quote: fc.boolean(),
  runs: fc.oneof(spaced, glued),
  depth: fc.integer({ min: -2, max: 2 }),
});
const block = fc.oneof(
  { weight: 5, arbitrary: line },
  fc.constant(undefined),
  fc.constantFrom('code *x*', 'a\n  b <c>\n\nd'),
);

/** Texts within what Slack and markdown both know; marks beside letters in Japanese only. */
export const known: fc.Arbitrary<Block[]> = fc.array(block, { minLength: 1, maxLength: 6 }).map((some) => {
  let [depth, isQuoted] = [-1, false];
  return some.map((one): Block => {
    if (typeof one === 'string') {
      depth = -1;
      return { kind: 'code', text: one };
    }
    if (one === undefined) {
      if (isQuoted) depth = -1;
      isQuoted = false;
      return { kind: 'line', quote: false, runs: [] };
    }
    // An item is at most one level deeper than the one above it.
    depth = one.depth < 0 ? -1 : Math.min(one.depth, (one.quote === isQuoted ? depth : -1) + 1);
    isQuoted = one.quote;
    const said: Line = { kind: 'line', quote: one.quote, runs: tidy(one.runs) };
    return depth < 0 ? said : { ...said, item: { depth } };
  });
});
