import { fitted } from '../../../functions/slack/text/fit.ts';
import { type Block, joined, type Run, trimmed } from '../../../functions/slack/text/rich-text.ts';

/** What one sees of a run: invisible blanks are not seen, all blanks look alike, and rules too. */
const shown = (run: Run): Run => ({
  ...run,
  text: (run.code
    ? run.text.replace(/ +/g, ' ')
    : run.text.replaceAll('\u200B', '').replace(/[^\S\n]/g, ' ')
  ).replace(/^ *([-*_])(?: *\1){2,} *$/, '---'),
  ...(run.href !== undefined && { href: URL.canParse(run.href) ? new URL(run.href).href : run.href }),
});

/** A text's look, to be compared: without blank lines, and without blanks at the ends of lines. */
export const look = (blocks: readonly Block[]): unknown[] =>
  blocks.flatMap((block): unknown[] => {
    if (block.kind === 'code') return [block];
    const runs = trimmed(joined(block.runs.map(shown)));
    return runs.length > 0 ? [{ ...block, runs }] : [];
  });

/** The same with those marks only that markdown can show. */
export const lookAsMarkdown = (blocks: readonly Block[]): unknown[] =>
  look(blocks.map((block) => (block.kind === 'code' ? block : { ...block, runs: fitted(block.runs) })));

/** All that is seen of a text, in order, without blanks. A bar within a link is another one in Slack. */
export const seen = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'code') return block.text;
      const number = block.item?.number === undefined ? '' : `${block.item.number}.`;
      return number + block.runs.map(({ text }) => text).join('');
    })
    .join('')
    .replace(/[\s\u200B]/g, '')
    .replaceAll('│', '|');
