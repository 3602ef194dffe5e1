import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';

/** What is stored of a text as a person types it. */
async function typed(text: string): Promise<Record<string, unknown> | undefined> {
  await app.control.say('U0HANA', channel, text);
  return (await app.stored()).at(-1);
}

it.each([
  ['plain words', 'plain words'],
  ['a < b & b > c', 'a &lt; b &amp; b &gt; c'],
  ['<@U0KEN> by hand', '&lt;@U0KEN&gt; by hand'],
  ['see https://example.com/a?b=1&c=2.', 'see <https://example.com/a?b=1&amp;c=2>.'],
  ['（https://example.com/）です', '（<https://example.com/>）です'],
  ['to hana@example.org, please', 'to <mailto:hana@example.org|hana@example.org>, please'],
  ['@Hana and @ken: hi', '<@U0HANA> and <@U0KEN>: hi'],
  ['@森 健さん、どうぞ', '<@U0KEN>さん、どうぞ'],
  ['@nobody at home', '@nobody at home'],
  ['in #lobby or #nowhere', 'in <#C0LOBBY|lobby> or #nowhere'],
  ['@here @channel @everyone', '<!here> <!channel> <!everyone>'],
  ['@here, all of @channels', '<!here>, all of @channels'],
  ['(@Hana)(https://a.example)', '(<@U0HANA>)(<https://a.example>)'],
  ['two  spaces\nand a line', 'two  spaces\nand a line'],
  ['a@b', 'a@b'],
])('stores %j as %j', async (text, stored) => {
  expect(await typed(text)).toMatchObject({ text: stored });
});

it('tells the same in a block, where nothing is escaped', async () => {
  const message = await typed('@Hana < https://example.com #lobby @here');
  expect(message?.blocks).toMatchObject([
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'U0HANA' },
            { type: 'text', text: ' < ' },
            { type: 'link', url: 'https://example.com' },
            { type: 'text', text: ' ' },
            { type: 'channel', channel_id: 'C0LOBBY' },
            { type: 'text', text: ' ' },
            { type: 'broadcast', range: 'here' },
          ],
        },
      ],
    },
  ]);
});

it('takes an edit as it takes what is typed first', async () => {
  const ts = await app.control.say('U0HANA', channel, 'before');
  const path = `/channels/C0LOBBY/messages/${ts}`;
  await app.control.patch(path, { user: 'U0HANA', text: 'see https://example.com' });
  expect(await app.stored()).toMatchObject([
    { text: 'see <https://example.com>', edited: { user: 'U0HANA' } },
  ]);
});
