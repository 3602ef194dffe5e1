// @vitest-environment node
import { expect, it } from 'vitest';
import { spoken } from '../../web/markdown/spoken.ts';

it.each([
  ['words', 'hello', 'hello'],
  ['emphasis', '**a** _b_ ~~c~~ `d`', 'a b c d'],
  ['a link, by its words', '[here](https://example.org)', 'here'],
  ['an address', 'see https://example.org.', 'see https://example.org.'],
  ['a picture, by its words', '![a cat](https://example.org/cat.png)', 'a cat'],
  [
    'paragraphs, items and cells, line by line',
    '# a\n\nb\nc\n\n- d\n- e\n\n|f|g|\n|-|-|',
    'a\nb\nc\nd\ne\nf\ng',
  ],
  ['code', '```js\nf()\n```', 'f()'],
  ['HTML, as typed', '<b>a</b>', '<b>a</b>'],
  ['what is shown as typed', '# ', '# '],
])('says %s', (_, text, said) => {
  expect(spoken(text)).toBe(said);
});
