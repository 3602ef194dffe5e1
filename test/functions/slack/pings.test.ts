import { describe, expect, it } from 'vitest';
import { toSlack } from '../../../functions/slack/text.ts';

const people = new Map([
  ['Hana', 'U0HANA'],
  ['Hana Sato', 'U0SATO'],
  ['山田 太郎', 'U0TARO'],
  ['bad', '<!channel>'],
  ['', 'U0NOBODY'],
]);
const groups = new Map([
  ['ops', 'S0OPS'],
  ['ops-lead', 'S0LEAD'],
  ['here', 'S0HERE'],
  ['worse', '<!channel>'],
  ['bad-too', 'U0HANA'],
  ['', 'S0NOBODY'],
]);
const allowed = { pings: 'allowed', people, groups } as const;

describe('a mention from the web, where the room allows it', () => {
  it.each([
    ['the channel', '@channel: look', '<!channel>: look'],
    ['who is here', 'hey @here!', 'hey <!here>!'],
    ['a person', '@Hana, hi', '<@U0HANA>, hi'],
    ['a person of two words', '@Hana Sato hi', '<@U0SATO> hi'],
    ['a person in bold', '**@Hana**', '*<@U0HANA>*'],
    ['a group', '@ops, look', '<!subteam^S0OPS>, look'],
    ['a group at the end of a sentence', 'Ask @ops.', 'Ask <!subteam^S0OPS>.'],
    ['a group whose handle begins as another’s', '@ops-lead: look', '<!subteam^S0LEAD>: look'],
    ['who is here, whatever a group is called', '@here', '<!here>'],
    ['a Japanese name before words', '@山田 太郎さん', '<@U0TARO>さん'],
    ['a name beside Japanese punctuation', '「@Hana」', '「<@U0HANA>」'],
  ])('pings %s', (_, markdown, slack) => {
    expect(toSlack(markdown, allowed)).toBe(slack);
  });
  it.each([
    ['everyone, that is the whole workspace', '@everyone', '@everyone'],
    ['a longer name', '@Hanako @channels', '@Hanako @channels'],
    ['somebody unknown', '@Ken', '@Ken'],
    ['who is quoted as code', '`@Hana @here`', '`@Hana @here`'],
    ['what is part of an address', 'to-me@here', 'to-me@here'],
    ['by entity', '<@U0HANA> <!channel>', '&lt;@U0HANA&gt; &lt;!channel&gt;'],
    ['by an id that is none', '@bad @', '@bad @'],
    ['a group by an id that is none', '@worse @bad-too', '@worse @bad-too'],
    ['a group of a longer handle', '@ops-night @ops_2 @ops.b @opsy', '@ops-night @ops_2 @ops.b @opsy'],
    ['in a label', '[@here](https://x.example)', '<https://x.example|@here>'],
  ])('does not ping %s', (_, markdown, slack) => {
    expect(toSlack(markdown, allowed)).toBe(slack);
  });
});
