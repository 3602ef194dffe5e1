// @vitest-environment node
import type { Nodes } from 'mdast';
import { expect, it } from 'vitest';
import { read } from '../../web/markdown/read.ts';

/** The addresses that a text makes links of, as they stand in it. */
const links = (text: string): string[] => {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link') found.push(node.url);
    else if ('children' in node) node.children.forEach(visit);
  };
  const tree = read(text);
  if (tree) visit(tree);
  return found;
};

it.each([
  ['a sentence', 'see https://example.org.', 'https://example.org'],
  ['brackets', '(https://example.org/a)', 'https://example.org/a'],
  [
    'brackets of its own',
    'https://en.wikipedia.org/wiki/Knot_(unit)',
    'https://en.wikipedia.org/wiki/Knot_(unit)',
  ],
  ['both', '(https://example.org/(a).)', 'https://example.org/(a)'],
  ['Japanese words', '詳しくはhttps://example.org/案内。', 'https://example.org/案内'],
  ['Japanese brackets', '「https://example.org/a」です', 'https://example.org/a'],
  ['quotation marks', '"https://example.org/a"', 'https://example.org/a'],
  ['capital letters', 'HTTP://EXAMPLE.ORG/A?b=c&d=%20#e', 'HTTP://EXAMPLE.ORG/A?b=c&d=%20#e'],
  ['emphasis', '**https://example.org/a**', 'https://example.org/a'],
  [
    'marks of emphasis inside',
    'https://example.org/__init__.py?a*b*c~~d~~e',
    'https://example.org/__init__.py?a*b*c~~d~~e',
  ],
  ['a question', 'https://example.org/a?!', 'https://example.org/a'],
  ['the end of a line', 'https://example.org/a\nb', 'https://example.org/a'],
])('finds the address with %s around it', (_, text, address) => {
  expect(links(text)).toEqual([address]);
});

it.each([
  ['the middle of a word', 'xhttps://example.org'],
  ['a scheme alone', 'https://'],
  ['a scheme before a mark', 'https://.'],
  ['one slash', 'https:/example.org'],
  ['another scheme', 'javascript:alert(1) ftp://example.org file:///etc mailto:a@example.org'],
  ['code', '`https://example.org`'],
])('finds none in %s', (_, text) => {
  expect(links(text)).toEqual([]);
});

it('finds two, and the words between them', () => {
  expect(links('https://a.example, https://b.example')).toEqual(['https://a.example', 'https://b.example']);
});
