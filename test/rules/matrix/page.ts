import { FIGURES, type FigureName, isComponentName, isPerson } from './figures.ts';
import type { Row } from './row.ts';
import { TABLE } from './table.ts';

/** A part of the page that comes from elsewhere: below the documents, in this order. */
export type Chapter = { readonly title: string; readonly text: string };

/** Those of whom the table speaks, in words. */
const WORDS: Readonly<Partial<Record<FigureName, string>>> = {
  nobody: 'not signed in',
  guest: 'signed in anonymously, and a member of the room',
  guestOutside: 'signed in anonymously, and not in the room',
  outsider: 'signed in, and not in the room',
  reader: 'in the room, to read',
  member: 'in the room, to read and write',
  owner: 'in the room, which is theirs to keep',
  operator: 'signed in with the claim `operator`, and not in the room',
};

const NAMES: Readonly<Partial<Record<FigureName, string>>> = {
  guestOutside: 'guest outside',
  outsider: 'person outside',
};

const nameOf = (name: FigureName): string => (isPerson(name) ? (NAMES[name] ?? name) : `\`${name}\``);

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
/** A table of markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

function sectionOf({ match, everywhere, are, rows }: (typeof TABLE)[number]): string {
  const named = [...FIGURES.keys()].filter((name) => rows.some(({ may }) => may.includes(name)));
  const others = [...FIGURES.keys()].filter((name) => !named.includes(name));
  const notes: string[] = [];
  const noted = (row: Row): string => {
    if (!row.if) return row.what;
    if (!notes.includes(row.if)) notes.push(row.if);
    return `${row.what} <sup>${notes.indexOf(row.if) + 1}</sup>`;
  };
  const lines = rows.map((row) => [
    row.operation,
    noted(row),
    ...named.map((name) => (row.may.includes(name) ? '✓' : '')),
  ]);
  return [
    `### \`${match}\``,
    `${are.charAt(0).toUpperCase()}${are.slice(1)}. In the [rules](../firestore.rules): \`match /${match}\`${everywhere ? ` and, for lists of all rooms, \`match /${everywhere}\`` : ''}.`,
    table(['', 'what', ...named.map(nameOf)], lines),
    notes.map((note, nth) => `${nth + 1}. ${note}`).join('\n'),
    `Nothing at all: ${others.map(nameOf).join(', ')}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const figures = (): string =>
  table(
    ['', 'who it is'],
    [...FIGURES.keys()].map((name) => [
      nameOf(name),
      WORDS[name] ??
        (isComponentName(name)
          ? 'a component, signed in as itself'
          : 'mints the tokens of the others, and touches no document'),
    ]),
  );

/** docs/authorization.md, as the table gives it. */
export const authorizationPage = (chapters: readonly Chapter[] = []): string =>
  `${[
    '# Who may do what',
    `This page is written by \`npm run docs\` from the table in \`test/rules/matrix/\`, and \`npm test\` fails when it is not what the
table gives. Each cell is tried against [firestore.rules](../firestore.rules): what has a ✓ is allowed, **what has none
is denied**. Whoever is in the room is tried in another one too, where they are as a person or a guest outside. Where a
component may, five are tried that are not it: people with its claim, with its uid, with both, and tokens that bear only
one of the two.`,
    '## Who asks',
    figures(),
    '## Documents',
    ...TABLE.map(sectionOf),
    ...chapters.flatMap(({ title, text }) => [`## ${title}`, text]),
  ].join('\n\n')}\n`;
