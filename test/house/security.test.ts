import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** What is shown by a test: its file, and what it says there. */
type Shown = { readonly file: string; readonly says: string };
const shownIn = (text: string): Shown[] =>
  [...text.matchAll(/^- `(test\/[^`]+)` — "([^"]+)"$/gm)].map(([, file = '', says = '']) => ({ file, says }));

const THREATS = [
  'stolen token of a person',
  'malicious member',
  'single component that is compromised',
  'forges what Slack sends',
  'replays what Slack sent',
  'signing secret that leaked, and its rotation',
  'Prompt injection',
  'Abuse of cost',
];
const sections = page.split(/^#{2,3} /m);
const sectionOf = (threat: string): string =>
  sections.find((section) => section.split('\n')[0]?.includes(threat)) ?? '';

describe('the page on security', () => {
  it.each(THREATS)('names tests for: %s', (threat) => {
    expect(shownIn(sectionOf(threat)).length).toBeGreaterThan(0);
  });
  it.each(shownIn(page))('names what is there: $file, "$says"', ({ file, says }) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(readFileSync(join(root, file), 'utf8')).toContain(says);
  });
  it('names no test otherwise', () => {
    const told = [...page.matchAll(/`(test\/[^`]+\.test\.tsx?)`/g)].map(([, file]) => file);
    const here = shownIn(page).map(({ file }) => file);
    expect([...new Set(told)].filter((file) => !here.includes(file ?? ''))).toEqual([
      'test/house/security.test.ts',
    ]);
  });
});
