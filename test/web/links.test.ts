import { expect, it } from 'vitest';
import { pieces } from '../../web/data/links.ts';

const links = (text: string) => pieces(text).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []));

it.each([
  ['javascript:alert(1)'],
  ['JaVaScRiPt:alert(1)//https'],
  ['data:text/html,<script>alert(1)</script>'],
  ['vbscript:x'],
  ['file:///etc/passwd'],
  ['https:/one-slash.example'],
  ['https://'],
  ['https://bank.example@evil.example/'],
  ['https://user:secret@evil.example/'],
  ['mailto:a@example.org'],
])('makes no link of %s', (text) => {
  expect(links(text)).toEqual([]);
  expect(pieces(text)).toEqual([{ kind: 'words', text }]);
});

it.each([
  ['see https://example.org.', 'https://example.org/'],
  ['(https://example.org/a)', 'https://example.org/a'],
  ['https://en.wikipedia.org/wiki/Knot_(unit)', 'https://en.wikipedia.org/wiki/Knot_(unit)'],
  ['詳しくは https://example.org/案内。', 'https://example.org/%E6%A1%88%E5%86%85'],
  ['「https://example.org/a」です', 'https://example.org/a'],
  ['HTTP://EXAMPLE.ORG/A?b=c&d=%20#e', 'http://example.org/A?b=c&d=%20#e'],
  ['<https://example.org>', 'https://example.org/'],
])('finds the address in %s', (text, href) => {
  expect(links(text)).toEqual([href]);
});

it('loses nothing of the text', () => {
  const text = 'a https://example.org/x, b\nhttp://example.com! javascript:x https://y.example/(z)) ';
  expect(
    pieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
