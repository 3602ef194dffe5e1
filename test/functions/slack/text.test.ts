import { describe, expect, it } from 'vitest';
import { SLACK_TEXT_MAX } from '../../../functions/model/limits.ts';
import { fromSlack, mentioned, toSlack } from '../../../functions/slack/text.ts';
import { NAMES, TEXT_TABLE } from './text-table.ts';

const none = { pings: 'none' } as const;
const rows = (...ways: string[]) => TEXT_TABLE.filter(({ way }) => ways.includes(way));

describe('a text from Slack', () => {
  it.each(rows('in', 'both'))('keeps its meaning as markdown: $about', ({ slack, markdown }) => {
    expect(fromSlack(slack, NAMES)).toBe(markdown);
  });
  it('is kept as Slack sent it where its markdown would be too long', () => {
    const text = '*a '.repeat(SLACK_TEXT_MAX / 3);
    expect(fromSlack(text, NAMES)).toBe(text.trim());
  });
  it('is never blank if it says anything', () => {
    expect(fromSlack('\u200B', NAMES)).toBe('\u200B');
    expect(fromSlack('  \n', NAMES)).toBe('');
  });
  it('has one kind of line end, whole characters and no NUL', () => {
    expect(fromSlack('a\r\nb\rc\0\ud83d', NAMES)).toBe('a\nb\nc\uFFFD\uFFFD');
  });
  it('names whom it mentions, each once', () => {
    expect(mentioned('<@U1> <@U2|ken> <@U1> <#C1|x> <!here> <@u> <@U3 &lt;@U4&gt;')).toEqual(['U1', 'U2']);
  });
});

describe('a text for Slack', () => {
  it.each(rows('out', 'both'))('keeps its meaning as mrkdwn: $about', ({ slack, markdown }) => {
    expect(toSlack(markdown, none)).toBe(slack);
  });
  it('is never blank if it says anything', () => {
    expect(toSlack('# ', none)).toBe('# ');
    expect(toSlack('>', none)).toBe('>');
  });
  it('has a long label before its address, so that no link grows beyond a part', () => {
    const label = 'あ'.repeat(400);
    expect(toSlack(`[${label}](https://x.example)`, none)).toBe(`${label} (<https://x.example>)`);
  });
  it('has an address that is too long as words', () => {
    const address = `https://x.example/${'a'.repeat(4_000)}`;
    expect(toSlack(`<${address}>`, none)).toBe(address);
  });
});
