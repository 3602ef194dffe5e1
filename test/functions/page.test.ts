import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from './components.ts';
import { functionsChapter } from './page.ts';

const lines = functionsChapter().text.split('\n');
const rowOf = (name: string): string => lines.find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';

describe('the page of who may do what', () => {
  it.each(Object.entries(FUNCTIONS))(
    'names the account and the secrets of %s',
    (name, { account, secrets }) => {
      expect(rowOf(name)).toContain(`\`${account}\``);
      for (const secret of secrets) expect(rowOf(name)).toContain(`\`${secret}\``);
    },
  );
  it.each([
    ['reply', 'created at `rooms/{room}/messages/{message}`'],
    ['slackPost', 'a job that `mirror`, `mirrorReactions`, `slackPost`, `sweep`, `operate` put on its queue'],
    ['slackReceive', 'a request of anybody, signed by Slack'],
    ['sweep', 'the clock, every 1 minutes'],
    ['operate', 'a call from the browser'],
    ['identity', 'a request of `reply`, `mirror`'],
  ])('says what starts %s: %s', (name, words) => {
    expect(rowOf(name)).toContain(words);
  });
  it('has a row for each function, and no other', () => {
    const rows = lines.filter((line) => line.startsWith('| `'));
    expect(rows.length).toBe(Object.keys(FUNCTIONS).length);
  });
});
