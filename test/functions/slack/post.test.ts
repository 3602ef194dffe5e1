import { describe, expect, it } from 'vitest';
import { PARTS_MAX, REPLY_TEXT_MAX } from '../../../functions/model/limits.ts';
import { posts } from '../../../functions/slack/post.ts';
import { parts } from '../../../functions/slack/text/parts.ts';
import { at, message } from '../memory.ts';

/** The one text of a short message. */
const textOf = (...asked: Parameters<typeof posts>) => {
  const [only, ...more] = posts(...asked);
  expect(more).toEqual([]);
  return only?.text;
};

describe('the posts of a message', () => {
  it('says in mrkdwn what the message says in markdown', () => {
    const text = '**Bold** [site](https://x.example)';
    expect(textOf(message({ text }), undefined)).toBe('*Bold* <https://x.example|site>');
  });
  it('pings nobody, unless it is allowed to', () => {
    const said = message({ text: '<!channel> @channel @Hana' });
    expect(textOf(said, undefined)).toBe('&lt;!channel&gt; @channel @Hana');
    const allowance = { pings: 'allowed', people: new Map([['Hana', 'U0HANA']]), groups: new Map() } as const;
    expect(textOf(said, undefined, allowance)).toBe('&lt;!channel&gt; <!channel> <@U0HANA>');
  });
  it('are as many as a long text needs, each under the same name', () => {
    const text = 'A sentence. '.repeat(800).trim();
    const person = { name: 'Alice', guest: false, changed: at(0), picture: 'https://example.org/a.png' };
    const made = posts(message({ text }), person);
    expect(made.map((one) => one.text)).toEqual(parts(text));
    expect(made.length).toBe(3);
    for (const { username, icon_url } of made)
      expect([username, icon_url]).toEqual(['Alice (web)', 'https://example.org/a.png']);
  });
  it('are no more than a mirror has room for, whatever the text', () => {
    for (const heaviest of ['\u{1F646}\u{1F3FF}', '*', '&', '\u{1F468}', '_あ'])
      expect(
        posts(message({ text: heaviest.repeat(REPLY_TEXT_MAX).slice(0, REPLY_TEXT_MAX * 2) }), undefined)
          .length,
      ).toBeLessThanOrEqual(PARTS_MAX);
  });
});
