import { describe, expect, it } from 'vitest';
import { LINE_MAX } from '../../../functions/model/reaction-mirror.ts';
import { reactionLine } from '../../../functions/slack/reaction-line.ts';

describe('the line that says who has reacted', () => {
  it('names them, emoji by emoji', () => {
    expect(
      reactionLine([
        { emoji: '🎉', names: ['Alice (web)', '太郎 (guest)'] },
        { emoji: ':party_parrot:', names: ['Bob (web)'] },
      ]),
    ).toBe('🎉 Alice (web), 太郎 (guest) · :party_parrot: Bob (web)');
  });
  it('is none, where nobody has', () => expect(reactionLine([])).toBeUndefined());
  it('names ten, and counts the rest', () => {
    const names = Array.from({ length: 12 }, (_, nth) => `n${nth}`);
    expect(reactionLine([{ emoji: '🎉', names }])).toBe('🎉 n0, n1, n2, n3, n4, n5, n6, n7, n8, n9 +2');
  });
  it('is one line, and links and pings nobody', () => {
    const names = ['<!channel> &\n<@U0HANA>', '<https://evil.example|x>'];
    const line = reactionLine([{ emoji: '🎉', names }]) ?? '';
    expect(line).toBe('🎉 &lt;!channel&gt; &amp; &lt;@U0HANA&gt;, &lt;https://evil.example|x&gt;');
  });
  it('is never too long: it ends before the emoji that would not fit', () => {
    const names = Array.from({ length: 10 }, () => '太'.repeat(80));
    const line = reactionLine(['🎉', '❤️', '👍'].map((emoji) => ({ emoji, names }))) ?? '';
    expect(Array.from(line).length).toBeLessThanOrEqual(LINE_MAX);
    expect(line).toMatch(/^🎉 太/);
    expect(line).not.toContain('❤️');
  });
});
