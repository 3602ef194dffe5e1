import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSlack, toSlack } from '../../../functions/slack/text.ts';
import { failureOf } from './failure.ts';
import { anything, markdown } from './generated.ts';
import { entitiesIn, LIMIT_MILLISECONDS, madeOf, timeOf } from './hostile.ts';

const none = { pings: 'none' } as const;
const groups = new Map([['ops', 'S1']]);
const names = new Map([['U1', 'Hana']]);
const people = new Map(Array.from({ length: 500 }, (_, i) => [`Person ${i} ${'x'.repeat(i % 60)}`, `U${i}`]));

describe('a hostile text', () => {
  it.each([
    ['markdown', markdown],
    ['anything', anything],
  ])('reaches Slack without an entity that is no link of ours: %s', async (_, texts) => {
    const property = fc.property(texts, (text) => {
      expect(entitiesIn(toSlack(text, none))).toEqual([]);
    });
    expect(await failureOf(property)).toBeUndefined();
  });
  it('pings whom a room allows, and nobody else', async () => {
    const allowed = { pings: 'allowed', people: new Map([['Hana', 'U1']]), groups } as const;
    const property = fc.property(markdown, (text) => {
      const named = toSlack(`${text}@Hana @ops`, allowed).replace(
        /<@U1>|<!subteam\^S1>|<!channel>|<!here>/g,
        '',
      );
      expect(entitiesIn(named)).toEqual([]);
    });
    expect(await failureOf(property)).toBeUndefined();
  });
  it('is taken, whatever Slack sends', async () => {
    const property = fc.property(anything, (text) => {
      expect(fromSlack(text, names)).not.toMatch(/[\0\p{Surrogate}]/u);
    });
    expect(await failureOf(property)).toBeUndefined();
  });

  const pieces = [
    ['*', '_', '~', '`', '**a *b ', '*a_', '*a* ', '``a`', '***a', '~a~b', '*a\n', '`a` ', '*重'],
    ['[', '](', '![', '[a](b', '[a](<b', '[a](b "', '[[a](b)', '<', '<a@', '<https://x', '<!', '<https://x|'],
    ['&', '&a', '\\', '> ', '- - ', '1. ', '# ', '\n', '\n- ', '\n    ', '\n```\n', '\n~~~\n', '|a|\n|-|\n'],
    [
      '```',
      '``` ',
      '```a',
      'http://',
      'https://x.',
      'www.',
      'a@b.',
      '@',
      '@Person ',
      ':',
      ':a',
      ':smile:',
      '(',
    ],
    ['👨‍👩‍👧', '\u0301', '\u200B', '\u200A', '\u202E', '\0', '\ud800', '重要。', 'a\n=', '\n&gt; ', ' ', ')'],
  ].flat();
  it.each(pieces)('is read and written in time: %j, again and again', (piece) => {
    const text = madeOf(piece);
    expect(timeOf(() => fromSlack(text, names))).toBeLessThan(LIMIT_MILLISECONDS);
    expect(timeOf(() => toSlack(text, { pings: 'allowed', people, groups }))).toBeLessThan(
      LIMIT_MILLISECONDS,
    );
  });
});
