import { describe, expect, it } from 'vitest';
import { post } from '../../../functions/slack/post.ts';
import { message } from '../memory.ts';

describe('a post', () => {
  it('says in mrkdwn what the message says in markdown', () => {
    const text = '**Bold** [site](https://x.example)';
    expect(post(message({ text }), undefined).text).toBe('*Bold* <https://x.example|site>');
  });
  it('pings nobody, unless it is allowed to', () => {
    const said = message({ text: '<!channel> @channel @Hana' });
    expect(post(said, undefined).text).toBe('&lt;!channel&gt; @channel @Hana');
    const allowance = { pings: 'allowed', people: new Map([['Hana', 'U0HANA']]) } as const;
    expect(post(said, undefined, allowance).text).toBe('&lt;!channel&gt; <!channel> <@U0HANA>');
  });
});
