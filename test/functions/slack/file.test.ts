import { describe, expect, it } from 'vitest';
import { asSlackFile, fileLine } from '../../../functions/slack/file.ts';

const plan = {
  id: 'F0PLAN',
  name: 'plan.pdf',
  title: 'The plan',
  mimetype: 'application/pdf',
  size: 1_234_567,
  mode: 'hosted',
  permalink: 'https://team.slack.com/files/U0HANA/F0PLAN/plan.pdf',
  url_private: 'https://files.slack.com/secret',
};
const line = (change: object) => {
  const file = asSlackFile({ ...plan, ...change });
  if (!file.ok) throw new Error(file.wrong);
  return fileLine(file.value);
};

describe('a file in Slack', () => {
  it('is a line with its name, which leads to Slack, and its size', () => {
    expect(line({})).toBe(`📎 [plan.pdf](${plan.permalink}) (1.2 MB)`);
  });
  it.each([
    [999, '999 B'],
    [9_940, '9.9 kB'],
    [12_345, '12 kB'],
    [999_600, '1.0 MB'],
    [3_200_000_000, '3.2 GB'],
  ])('says %i bytes as people do', (size, said) => {
    expect(line({ size })).toMatch(new RegExp(`\\(${said}\\)$`));
  });
  it('has a name that is words, whatever it is made of', () => {
    expect(line({ name: '**a** [b]\n<c>.txt' })).toBe(
      `📎 [\\*\\*a\\*\\* \\[b\\] \\<c>.txt](${plan.permalink}) (1.2 MB)`,
    );
  });
  it('has its title for want of a name, and its id for want of both', () => {
    expect(line({ name: null })).toContain('[The plan]');
    expect(line({ name: ' ', title: undefined })).toContain('[F0PLAN]');
  });
  it('has no size that is not known, as where it is kept elsewhere', () => {
    expect(line({ mode: 'external', size: 0 })).toBe(`📎 [plan.pdf](${plan.permalink})`);
  });
  it('leads nowhere else than to a page', () => {
    expect(line({ permalink: 'javascript:alert(1)' })).toBe('📎 plan.pdf (1.2 MB)');
    expect(line({ permalink: undefined })).toBe('📎 plan.pdf (1.2 MB)');
  });
  it('is known to be gone', () => {
    const left = { name: undefined, title: undefined, permalink: undefined, size: undefined };
    expect(line({ ...left, mode: 'tombstone' })).toBe('📎 F0PLAN (deleted · 削除済み)');
    expect(line({ mode: 'hidden_by_limit' })).toMatch(/^📎 plan\.pdf \(no longer shown by Slack/);
  });
  it.each([
    ['no id', { id: undefined }],
    ['an id that is none', { id: 'f0/plan' }],
    ['a negative size', { size: -1 }],
    ['a name that is no text', { name: 7 }],
  ])('is refused with %s', (_, change) => {
    expect(asSlackFile({ ...plan, ...change }).ok).toBe(false);
  });
});
