import { describe, expect, it } from 'vitest';
import { length } from '../../../functions/model/guard.ts';
import { SLACK_TEXT_MAX } from '../../../functions/model/limits.ts';
import { markdownOf } from '../../../functions/slack/words.ts';

const file = { id: 'F1', name: 'plan.pdf', size: 1_200, permalink: 'https://x.slack.com/f', mode: 'hosted' };
const line = '📎 [plan.pdf](https://x.slack.com/f) (1.2 kB)';

describe('words in markdown', () => {
  it('are the text, then a line for each file', () => {
    expect(markdownOf({ text: '*see*', files: [file, file] }, new Map())).toBe(`**see**\n${line}\n${line}`);
  });
  it('are the files where there is no text', () => {
    expect(markdownOf({ text: ' ', files: [file] }, new Map())).toBe(line);
  });
  it('leave out files for which there is no room', () => {
    const text = 'x'.repeat(SLACK_TEXT_MAX - length(line) - 1);
    expect(markdownOf({ text, files: [file, file] }, new Map())).toBe(`${text}\n${line}`);
    expect(markdownOf({ text: `${text}x`, files: [file] }, new Map())).toBe(`${text}x`);
  });
});
