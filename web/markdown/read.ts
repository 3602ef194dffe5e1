import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { addresses, addressesFromMarkdown } from './address.ts';
import { DEPTH_MAX, isBounded } from './bounds.ts';

/**
 * What is markdown elsewhere and only words here: HTML, and its names and numbers of characters; definitions of links,
 * which would vanish; a line under a heading and an indented line, which people type without meaning anything by it.
 */
const PLAIN = ['htmlFlow', 'htmlText', 'characterReference', 'definition', 'setextUnderline', 'codeIndented'];

const options = {
  extensions: [
    cjkFriendlyExtension(),
    // With one tilde, `10~12時と13~15時` would be struck out in the middle.
    gfmStrikethroughCjkFriendly({ singleTilde: false }),
    gfmTable(),
    addresses,
    { disable: { null: PLAIN } },
  ],
  mdastExtensions: [gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown(), addressesFromMarkdown],
};

const isDeeper = (node: Nodes, most: number): boolean =>
  'children' in node && (most === 0 || node.children.some((child) => isDeeper(child, most - 1)));

/** Whether anything of it can be seen: `#` alone is a heading without words. */
const isVisible = (node: Nodes): boolean => {
  if ('children' in node && node.type !== 'link') return node.children.some(isVisible);
  return node.type !== 'text' || node.value.trim() !== '';
};

/** A text as markdown; undefined where it has to be shown as it was typed. It never throws. */
export const read = (text: string): Root | undefined => {
  if (!isBounded(text)) return undefined;
  try {
    const tree = fromMarkdown(text, options);
    return isVisible(tree) && !isDeeper(tree, DEPTH_MAX) ? tree : undefined;
  } catch (error) {
    // A fault of the parser is the browser's to report; the reader has the text all the same.
    reportError(error);
    return undefined;
  }
};
