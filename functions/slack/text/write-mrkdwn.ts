import { at, before, HAIR_SPACE, isLetter, isSpace, isWordLetter, ZERO_WIDTH_SPACE } from './characters.ts';
import { escaped } from './escape.ts';
import { LABEL_BYTES_MAX } from './link.ts';
import { type Pings, pinging } from './pings.ts';
import {
  type Block,
  BOLD,
  ITALIC,
  type Item,
  isPlain,
  type Line,
  type Run,
  STRIKE,
  steps,
  tidy,
} from './rich-text.ts';
import { looksLikeStart } from './tokens.ts';

const signs: ReadonlyMap<number, string> = new Map([
  [BOLD, '*'],
  [ITALIC, '_'],
  [STRIKE, '~'],
]);
const bullets = ['•', '◦', '▪︎'];

/** A bar ends the address in Slack's links, and there is no escape for it: this one only looks like it. */
const BAR = '\u2502';

/** Beside these, Slack sees a mark begin or end; beside letters, and beside whatever is not ASCII, it mostly does not. */
const opensAfter = /[\s([{"'\u200B]/;
const closesBefore = /^[\s.,:;!?)\]}"'\u200B]/;

/** Writes a text as Slack's mrkdwn. The only entities in it are links and whom `allowance` names. */
export const writeMrkdwn = (blocks: readonly Block[], allowance: Pings): string => {
  const write = writer(allowance);
  return blocks.map(write).join('\n');
};

const writer = (allowance: Pings) => {
  const split = pinging(allowance);
  const words = (text: string) =>
    split(text)
      .map((part) => ('mention' in part ? part.mention : escaped(part.text)))
      .join('');
  return (block: Block): string => (block.kind === 'code' ? fenced(block.text) : lined(block, words));
};

/** A fence inside the code would end it; an invisible blank lets it be. */
const fenced = (code: string): string =>
  `\`\`\`\n${escaped(code.replace(/`(?=``)/g, `\`${ZERO_WIDTH_SPACE}`))}\n\`\`\``;

const lined = ({ quote, item, runs }: Line, words: (text: string) => string): string => {
  const start = `${quote ? '> ' : ''}${item ? itemSign(item) : ''}`;
  const line = marked(asSlackCan(runs), words);
  return `${start}${!item && looksLikeStart(line) ? ZERO_WIDTH_SPACE : ''}${line}`;
};

const itemSign = ({ depth, number }: Item): string =>
  `${'    '.repeat(depth)}${number === undefined ? bullets[depth % bullets.length] : `${number}.`} `;

/** A line's runs as Slack can show them: no mark begins or ends on a sign. */
const asSlackCan = (runs: readonly Run[]): Run[] => tidy(runs.flatMap(possible), /[\s\u200B*_~`]/);

/** Code that begins with something to see, and a label that leaves room for its address. */
const possible = (run: Run): Run[] => {
  const { href, marks, text } = run;
  // Code that becomes a block (see below) has no marks: they would stand on lines of their own.
  if (run.code)
    return [{ ...run, text: text.replace(/^[\u200A\u200B]+/, ''), marks: text.includes('`') ? 0 : marks }];
  if (href === undefined || text === href) return [run];
  if (Buffer.byteLength(escaped(text)) <= LABEL_BYTES_MAX) return [run];
  return [
    { text: `${text} (`, marks },
    { text: href, href, marks },
    { text: ')', marks },
  ];
};

/** One line with its marks, and with what Slack needs beside them to see them. */
const marked = (runs: readonly Run[], words: (text: string) => string): string => {
  const guard = guarding(runs);
  let out = '';
  let last = ' ';
  let isAfterMark = false;
  for (const [i, { close, open, run }] of steps(runs).entries()) {
    out += close.map(signOf).join('');
    isAfterMark ||= close.length > 0;
    if (!run) break;
    const tick = run.code ? tickOf(run.text) : '';
    const begin = open.map(signOf).join('') + tick;
    const content = contentOf(run, words, (text) => guard(text, i));
    const isApart =
      begin === '' ? !isAfterMark || closesBefore.test(content) : !isAfterMark && opensAfter.test(last);
    out += (isApart ? '' : ZERO_WIDTH_SPACE) + begin + content + tick;
    last = content.slice(-1);
    isAfterMark = tick !== '';
  }
  return out;
};

const signOf = (mark: number): string => signs.get(mark) ?? '';

/** Slack has no way to write a grave accent within code but a block. */
const tickOf = (code: string): string => (code.includes('`') ? '```' : '`');

const contentOf = (
  { code, href, text }: Run,
  words: (text: string) => string,
  guard: (text: string) => string,
): string => {
  if (code)
    return escaped(
      text
        .replace(/^`/, ' `')
        .replace(/`$/, '` ')
        .replace(/`(?=``)/g, `\`${ZERO_WIDTH_SPACE}`),
    );
  if (href === undefined) return words(guard(text));
  const label = escaped(text.replace(/\s+/g, ' ').replaceAll('|', BAR).trim());
  return label === '' || text === href ? `<${escaped(href)}>` : `<${escaped(href)}|${label}>`;
};

/**
 * Slack knows no escape for its signs. Where one of ours could find a partner on its line, blanks that one hardly sees
 * keep it a sign.
 */
const guarding = (runs: readonly Run[]): ((text: string, nth: number) => string) => {
  const risky = ['*', '_', '~', '`'].filter((sign) => {
    let count = 0;
    for (const run of runs) {
      if (isPlain(run)) count += run.text.split(sign).length - 1;
      if (sign === '`' ? run.code : run.marks !== 0) count += 2;
    }
    return count > 1;
  });
  if (risky.length === 0) return (text) => text;
  const pattern = new RegExp(`[${risky.join('')}]`, 'g');
  return (text, nth) =>
    text.replace(pattern, (sign, i: number) => {
      const left = i === 0 && nth > 0 ? UNKNOWN : before(text, i);
      const right = i === text.length - 1 && nth < runs.length - 1 ? UNKNOWN : at(text, i + 1);
      if (sign === '`') return `${HAIR_SPACE}${sign}${HAIR_SPACE}`;
      if (isHarmless(sign, left, right)) return sign;
      return `${isSpace(left) ? '' : HAIR_SPACE}${sign}${isSpace(right) ? '' : HAIR_SPACE}`;
    });
};

/** What stands beside a sign in another run: it may be a mark. */
const UNKNOWN = '\uFFFC';

const isHarmless = (sign: string, left: string, right: string): boolean => {
  if (isSpace(left) && isSpace(right)) return true;
  const isGlue = sign === '*' ? isWordLetter : isLetter;
  return left === sign || right === sign || (isGlue(left) && isGlue(right));
};
