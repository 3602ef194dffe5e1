import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PART_MAX, parts } from '../../../functions/slack/text/parts.ts';
import { readMrkdwn } from '../../../functions/slack/text/read-mrkdwn.ts';
import { weightOf } from '../../../functions/slack/text/weight.ts';
import { toSlack } from '../../../functions/slack/text.ts';
import { failureOf } from './failure.ts';
import { markdown, mrkdwn } from './generated.ts';
import { entitiesIn, LIMIT_MILLISECONDS, madeOf, timeOf } from './hostile.ts';

/** Every character that is seen, in order, with all that it carries; blanks are not. */
const charactersOf = (text: string): unknown[] =>
  readMrkdwn(text, new Map())
    .flatMap((block): unknown[][] =>
      block.kind === 'code'
        ? Array.from(block.text, (character) => [character, 'block'])
        : block.runs.flatMap(({ text, marks, code, href }) =>
            Array.from(text, (character) => [character, marks, code, href, block.quote]),
          ),
    )
    .filter(([character]) => !/[\s\u200B]/.test(String(character)));

describe('a long text', () => {
  it('is in parts that are light enough, and nothing is missing, in order and with its marks', async () => {
    const texts = fc.array(mrkdwn, { maxLength: 20 }).map((some) => some.join(' '));
    const property = fc.property(texts, fc.integer({ min: 120, max: 400 }), (text, limit) => {
      const all = parts(text, limit);
      for (const part of all) expect(weightOf(part)).toBeLessThanOrEqual(limit);
      expect(all.flatMap(charactersOf)).toEqual(charactersOf(text));
    });
    expect(await failureOf(property)).toBeUndefined();
  });
  it('is cut without making an entity of what was none', async () => {
    const property = fc.property(markdown, (text) => {
      const all = parts(toSlack(text, { pings: 'none' }), 120);
      expect(all.flatMap(entitiesIn)).toEqual([]);
    });
    expect(await failureOf(property)).toBeUndefined();
  });
  it.each(['*a ', '`a` ', '```a', '> ', '\n', ' ', '<https://x|y>', '重要。', '👨‍👩‍👧', '\u0301'])(
    'is cut in time: %j, again and again',
    (piece) => {
      expect(timeOf(() => parts(madeOf(piece)))).toBeLessThan(LIMIT_MILLISECONDS);
    },
  );
  it('is one part, as it is, while it is light enough', () => {
    const text = `  ${'a'.repeat(PART_MAX - 4)}  `;
    expect(parts(text)).toEqual([text]);
    expect(parts('')).toEqual(['']);
    expect(parts(`${text}b`)).toHaveLength(2);
  });

  const a = 'Ein Satz. Noch einer! Und drei';
  const b = 'Mehr davon? Ja, sehr viel mehr als genug';
  it.each([
    ['paragraphs first', `${a}\n${a}`.slice(0, 50), '\n\n', b],
    ['lines', a, '\n', b],
    ['sentences', 'Eins und zwei sind drei, ganz sicher. Ja!', ' ', 'Doch wer weiss das schon genau'],
    ['Japanese sentences', '今日は天気がいいです。', '', '明日は雨が降るそうです'],
    ['sentences, after the bracket that closes one', '彼は「天気がいい。」', '', '明日は雨が降るそうです'],
    ['words', 'one two three four five six seven eight nine ten eleven', ' ', 'twelve thirteen'],
    ['Japanese words, and not before punctuation', '天気がよければ散歩に、雨ならば図書館', '', 'に、行こう'],
  ])('is cut between %s', (_, first, between, second) => {
    expect(parts(`${first}${between}${second}`, 60)).toEqual([first, second]);
  });
  it('is cut within a word only if it has to be', () => {
    expect(parts('a'.repeat(100), 60)).toEqual(['a'.repeat(57), 'a'.repeat(43)]);
  });
  it('is cut in its second half, if there is a place', () => {
    expect(parts(`a\n\n${'b '.repeat(60)}`, 60)[0]).toBe(`a\n\n${'b '.repeat(27).trim()}`);
  });

  it('goes on with its marks', () => {
    expect(parts(`*bold _${'both '.repeat(14).trim()}_*`, 60)).toEqual([
      `*bold _${'both '.repeat(9).trim()}_*`,
      `*_${'both '.repeat(5).trim()}_*`,
    ]);
  });
  it('goes on with its quote', () => {
    expect(parts(`> ${'word '.repeat(14).trim()}`, 60)).toEqual([
      `> ${'word '.repeat(11).trim()}`,
      `> ${'word '.repeat(3).trim()}`,
    ]);
    expect(parts(`&gt;&gt;&gt; ${'word '.repeat(10)}\nlast`, 60)[1]).toMatch(/^>>> .*\nlast$/);
  });
  it('closes its block of code and opens it anew, at a line', () => {
    const lines = Array.from({ length: 8 }, (_, nth) => `  line ${nth};`);
    expect(parts(`\`\`\`\n${lines.join('\n')}\n\`\`\``, 70)).toEqual([
      `\`\`\`\n${lines.slice(0, 6).join('\n')}\n\`\`\``,
      `\`\`\`\n${lines.slice(6).join('\n')}\n\`\`\``,
    ]);
  });
  it('leaves no block of code and no quote behind without words', () => {
    const code = `\`\`\`\n\n\n${'b'.repeat(40)}\n\`\`\``;
    expect(parts(`${'a'.repeat(30)}\n${code}`, 60)).toEqual(['a'.repeat(30), code]);
    expect(parts(`> a \`\`\`${'c'.repeat(30)}\`\`\` ${'d'.repeat(30)}`, 60)[1]).toBe('d'.repeat(30));
  });
  it('is never cut within a link, an escape or a character', () => {
    const link = '<https://x.example|a label>';
    for (const atom of [link, '&amp;', '👨‍👩‍👧', 'e\u0301', '<@U1>'])
      for (const part of parts(atom.repeat(40), 150)) expect(part.replaceAll(atom, '')).toBe('');
  });
  it('gives a link that is too heavy in words', () => {
    expect(parts(`<https://x.example/${'a'.repeat(30)}|label> ${'b'.repeat(40)}`, 70)).toEqual([
      `https://x.example/${'a'.repeat(30)} label`,
      'b'.repeat(40),
    ]);
  });
  it('does not make a quote or an item of what comes to stand at a beginning', () => {
    expect(parts(`${'a'.repeat(54)} &gt; ${'b'.repeat(20)}`, 60)[1]).toBe(`\u200B&gt; ${'b'.repeat(20)}`);
  });
});

describe('the weight of a text', () => {
  it('is its bytes as they are sent', () => {
    expect(weightOf('a&amp;é重')).toBe(1 + 5 + 2 + 3);
  });
  it('is the length of the name for an emoji, and of the longest name for an unusual one', () => {
    expect(weightOf('✅')).toBe(':white_check_mark:'.length);
    expect(weightOf('🦖👍🏽')).toBe(2 * 70);
  });
});
