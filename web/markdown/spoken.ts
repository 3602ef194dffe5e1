import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { read } from './read.ts';

/** Each paragraph, item and cell in a line of its own. */
const lines = (node: Nodes): string =>
  'children' in node && !['paragraph', 'heading', 'tableCell'].includes(node.type)
    ? node.children.map(lines).join('\n')
    : toString(node);

/** What a text says, without the marks of markdown. */
export const spoken = (text: string): string => {
  const tree = read(text);
  return tree ? lines(tree) : text;
};
