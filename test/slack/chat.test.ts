import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const refused = (error: string) => ({ code: 'slack_webapi_platform_error', data: { ok: false, error } });
const post = (more: Record<string, unknown>) => app.post('', more);
const tsOf = async (more: Record<string, unknown>) => String((await post(more)).ts);

it('posts as the bot, and answers with what it stored', async () => {
  const answer = await post({ text: 'Hello' });
  expect(answer).toMatchObject({
    ok: true,
    channel,
    ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
    message: {
      type: 'message',
      text: 'Hello',
      user: 'U0BOT',
      bot_id: 'B0TSUNAGI',
      app_id: 'A0TSUNAGI',
      ts: answer.ts,
    },
  });
  expect(answer.message).not.toHaveProperty('subtype');
  expect(await app.stored()).toEqual([answer.message]);
});

it.each([
  ['makes links of addresses, and none of names', {}, '@here <https://example.com?a=1&amp;b>.'],
  ['leaves addresses alone with parse: none', { parse: 'none' }, '@here https://example.com?a=1&amp;b.'],
  ['looks for names with parse: full', { parse: 'full' }, '<!here> <https://example.com?a=1&amp;b>.'],
])('%s', async (_, more, text) => {
  const { message } = await post({ text: '@here https://example.com?a=1&amp;b.', ...more });
  expect(message).toMatchObject({ text });
});

it('posts under a name and a picture of its own', async () => {
  const { message } = await post({
    text: 'やあ',
    username: '繋 太郎',
    icon_url: 'https://example.com/t.png',
  });
  expect(message).toMatchObject({
    subtype: 'bot_message',
    username: '繋 太郎',
    icons: { image_48: 'https://example.com/t.png' },
    bot_id: 'B0TSUNAGI',
  });
  expect(message).not.toHaveProperty('user');
});

it('stores text as it came: an entity stays an entity', async () => {
  expect(await post({ text: '1 &lt; 2 &amp;' })).toMatchObject({ message: { text: '1 &lt; 2 &amp;' } });
});

it('takes a channel by its name', async () => {
  expect(await post({ channel: '#random', text: 'by name' })).toMatchObject({ channel: 'C0RANDOM' });
});

it('gives timestamps that always rise', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, (_, n) => tsOf({ text: `${n}` })));
  expect(new Set(all).size).toBe(20);
  expect((await app.stored()).map(({ ts }) => ts)).toEqual(all.toSorted());
});

it('takes 40,000 characters, and no more', async () => {
  expect(await post({ text: 'x'.repeat(40_000) })).toMatchObject({ ok: true });
  await expect(post({ text: 'x'.repeat(40_001) })).rejects.toMatchObject(refused('msg_too_long'));
});

it('takes 12,000 characters of markdown, and no more', async () => {
  expect(await post({ markdown_text: '#'.repeat(12_000) })).toMatchObject({ ok: true });
  await expect(post({ markdown_text: '#'.repeat(12_001) })).rejects.toMatchObject(refused('msg_too_long'));
});

it.each([
  ['no text', {}, 'no_text'],
  ['markdown beside text', { text: 'a', markdown_text: 'a' }, 'markdown_text_conflict'],
  ['markdown beside blocks', { markdown_text: 'a', blocks: [{ type: 'divider' }] }, 'markdown_text_conflict'],
  ['an unknown channel', { channel: 'C0NOWHERE', text: 'a' }, 'channel_not_found'],
  ['blocks that are no list', { text: 'a', blocks: '{}' }, 'invalid_blocks_format'],
  ['metadata that is no JSON', { text: 'a', metadata: '{' }, 'invalid_metadata_format'],
  ['a thread that is no timestamp', { text: 'a', thread_ts: 'yesterday' }, 'invalid_thread_ts'],
])('refuses a post with %s', async (_, args, error) => {
  await expect(post(args)).rejects.toMatchObject(refused(error));
  expect(await app.stored()).toEqual([]);
});

it('refuses a post where the bot is not a member, until it joins', async () => {
  await app.control.post('/channels', { id: 'C0CLOSED', name: 'closed', is_member: false });
  await expect(post({ channel: 'C0CLOSED', text: 'a' })).rejects.toMatchObject(refused('not_in_channel'));
  await app.client.conversations.join({ channel: 'C0CLOSED' });
  expect(await post({ channel: 'C0CLOSED', text: 'a' })).toMatchObject({ ok: true });
});

it('refuses a post to an archived channel', async () => {
  await app.control.patch('/channels/C0LOBBY', { is_archived: true });
  await expect(post({ text: 'a' })).rejects.toMatchObject(refused('is_archived'));
});

it('keeps metadata, and gives it back to who asks for it', async () => {
  const metadata = { event_type: 'tsunagi_message', event_payload: { id: 'M1', revision: 3 } };
  const ts = await tsOf({ text: 'a', metadata });
  const asked = await app.client.conversations.history({ channel, include_all_metadata: true });
  expect(asked.messages).toMatchObject([{ ts, metadata }]);
  const notAsked = await app.client.conversations.history({ channel });
  expect(notAsked.messages?.[0]).not.toHaveProperty('metadata');
});

it('posts without metadata of a wrong form, and warns', async () => {
  const answer = await post({ text: 'a', metadata: { event_type: 'not.allowed', event_payload: {} } });
  expect(answer).toMatchObject({ ok: true, warning: 'invalid_metadata_schema' });
  expect(answer.message).not.toHaveProperty('metadata');
});

it('replies in a thread, and in the channel too when asked', async () => {
  const root = await app.control.say('U0HANA', channel, 'a question');
  const quiet = await post({ text: 'an answer', thread_ts: root });
  expect(quiet).toMatchObject({ message: { thread_ts: root, parent_user_id: 'U0HANA' } });
  expect(quiet.message).not.toHaveProperty('subtype');
  const loud = await post({ text: 'for all', thread_ts: root, reply_broadcast: true });
  expect(loud).toMatchObject({ message: { subtype: 'thread_broadcast', thread_ts: root } });
});

it('posts to the channel when the thread’s root is gone, as Slack does', async () => {
  const root = await app.control.say('U0HANA', channel, 'soon gone');
  await app.control.delete(`/channels/C0LOBBY/messages/${root}?user=U0HANA`);
  expect((await post({ text: 'too late', thread_ts: root })).message).not.toHaveProperty('thread_ts');
});
