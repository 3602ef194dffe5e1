import { fitted } from './fit.ts';
import { activeIn } from './literal.ts';
import { type Block, isPlain, type Line, trimmed, trimmedEnd } from './rich-text.ts';
import { startAsWords, wordsOf } from './write-words.ts';

/** Writes a text as markdown that every reader of GitHub's markdown takes for the same text. */
export const writeMarkdown = (blocks: readonly Block[]): string => {
  const out: string[] = [];
  let above: Block | undefined;
  for (const stretch of stretches(blocks.map(asMarkdownCan))) {
    const active = activeIn(stretch.flatMap((block) => (block.kind === 'line' ? block.runs : [])));
    for (const block of stretch) {
      const gap = gapBetween(above, block);
      if (gap !== undefined) out.push(gap);
      out.push(block.kind === 'code' ? fenced(block.text) : lined(block, active));
      above = block;
    }
  }
  return out.join('\n');
};

const asMarkdownCan = (block: Block): Block =>
  block.kind === 'code' ? block : { ...block, runs: fitted(trimmedEnd(block.runs)) };

const isBlank = (block: Block): boolean =>
  block.kind === 'line' && !block.item && trimmed(block.runs).length === 0;

/** Lines without a blank one between them: signs could find each other across them. */
const stretches = (blocks: readonly Block[]): Block[][] => {
  const out: Block[][] = [[]];
  for (const block of blocks) {
    out.at(-1)?.push(block);
    if (isBlank(block)) out.push([]);
  }
  return out;
};

/** What keeps a line from being taken for more of the quote or the item above it. */
const gapBetween = (above: Block | undefined, block: Block): string | undefined => {
  if (above?.kind !== 'line' || block.kind !== 'line' || isBlank(above) || isBlank(block)) return undefined;
  if (above.quote && !block.quote) return '';
  if (above.quote === block.quote && above.item && !block.item) return block.quote ? '>' : '';
  return undefined;
};

const fenced = (code: string): string => {
  let size = 3;
  for (const [row] of code.matchAll(/`+/g)) size = Math.max(size, row.length + 1);
  const fence = '`'.repeat(size);
  return `${fence}\n${code}\n${fence}`;
};

const lined = ({ quote, item, runs }: Line, active: ReadonlySet<string>): string => {
  const words = wordsOf(runs, active);
  const bullet = item ? `${'  '.repeat(item.depth)}-` : '';
  const isWords = runs[0]?.marks === 0 && isPlain(runs[0]);
  return [quote ? '>' : '', bullet, isWords ? startAsWords(words, item !== undefined) : words]
    .filter((piece) => piece !== '')
    .join(' ');
};
