import { DEEDS } from './deeds.ts';
import { SLACK_TEXTS, type TextRow, WEB_TEXTS } from './texts.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** As code in a cell: lines by `⏎`, what nobody sees by its number. */
function code(text: string): string {
  const shown = text.replaceAll('\n', '⏎').replaceAll('\u200B', '⟨U+200B⟩').replaceAll('|', '\\|');
  const ticks = '`'.repeat(1 + Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length)));
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${shown}${pad}${ticks}`;
}

const texts = (rows: readonly TextRow[]): string =>
  table(
    ['', 'is written', 'is shown'],
    rows.map(({ what, says, shows, inline }) => [
      inline ? `${what} <sup>1</sup>` : what,
      code(says),
      code(shows),
    ]),
  );

/** docs/fidelity.md: what the tests see on the other side. */
export const fidelityPage = (): string => `# What the other side shows

This page is written by \`npm run docs\` from the rows in \`test/fidelity/\`, which \`npm test\` tries one by one on the
emulators and the Slack stand-in: each is done on one side and waited for on the other. A line ends at ⏎, and ⟨U+200B⟩ is a
space that nobody sees.

## What people do

${table(
  ['in', 'what', 'the other side shows'],
  DEEDS.map(({ from, what, shown }) => [from, what, shown]),
)}

## What people write in the web

It is kept as markdown, and goes to Slack as mrkdwn.

${texts(WEB_TEXTS)}

1. Also within a reply.

## What people write in Slack

It comes as mrkdwn, and is kept as markdown.

${texts(SLACK_TEXTS)}
`;
