import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const refused = (error: string) => ({ data: { ok: false, error } });
const texts = (messages: { text?: string }[] | undefined) => messages?.map(({ text }) => text);

/** Says a, b, c … and returns their `ts`. */
async function say(...words: string[]): Promise<string[]> {
  const all = [];
  for (const word of words) all.push(await app.control.say('U0HANA', channel, word));
  return all;
}

it('gives the history of a channel, newest first', async () => {
  await say('a', 'b', 'c');
  const { messages, has_more } = await app.client.conversations.history({ channel });
  expect(texts(messages)).toEqual(['c', 'b', 'a']);
  expect(has_more).toBe(false);
});

it('gives the history page by page, also while people write', async () => {
  await say('a', 'b', 'c', 'd', 'e');
  const first = await app.client.conversations.history({ channel, limit: 2 });
  expect([texts(first.messages), first.has_more]).toEqual([['e', 'd'], true]);
  await say('f');
  const cursor = String(first.response_metadata?.next_cursor);
  const second = await app.client.conversations.history({ channel, limit: 2, cursor });
  expect(texts(second.messages)).toEqual(['c', 'b']);
  const third = await app.client.conversations.history({
    channel,
    cursor: String(second.response_metadata?.next_cursor),
  });
  expect([texts(third.messages), third.has_more]).toEqual([['a'], false]);
  expect(third.response_metadata?.next_cursor ?? '').toBe('');
});

it.each([
  [{}, ['c']],
  [{ inclusive: true }, ['d', 'c', 'b']],
])('gives what lies between two times, with %j', async (more, found) => {
  const [, oldest = '', , latest = ''] = await say('a', 'b', 'c', 'd', 'e');
  const { messages } = await app.client.conversations.history({ channel, oldest, latest, ...more });
  expect(texts(messages)).toEqual(found);
});

it('leaves replies out of the history, except those also sent to the channel', async () => {
  const [root = ''] = await say('root');
  await app.control.say('U0KEN', channel, 'quiet', { thread_ts: root });
  const latest = await app.control.say('U0KEN', channel, 'loud', { thread_ts: root, reply_broadcast: true });
  const { messages } = await app.client.conversations.history({ channel });
  expect(messages).toMatchObject([
    { text: 'loud', subtype: 'thread_broadcast' },
    { text: 'root', thread_ts: root, reply_count: 2, reply_users: ['U0KEN'], latest_reply: latest },
  ]);
});

it('gives a thread with its root first, page by page', async () => {
  const [ts = ''] = await say('root');
  for (const text of ['one', 'two', 'three'])
    await app.control.say('U0KEN', channel, text, { thread_ts: ts });
  const first = await app.client.conversations.replies({ channel, ts, limit: 2 });
  expect([texts(first.messages), first.has_more]).toEqual([['root', 'one'], true]);
  const cursor = String(first.response_metadata?.next_cursor);
  const second = await app.client.conversations.replies({ channel, ts, limit: 2, cursor });
  expect([texts(second.messages), second.has_more]).toEqual([['two', 'three'], false]);
});

it('gives a message without replies as a thread of one', async () => {
  const [ts = ''] = await say('alone');
  expect(texts((await app.client.conversations.replies({ channel, ts })).messages)).toEqual(['alone']);
});

it('gives the metadata of replies only to who asks', async () => {
  const [ts = ''] = await say('root');
  const metadata = { event_type: 'tsunagi_message', event_payload: { id: 'M1' } };
  await app.post('a', { thread_ts: ts, metadata });
  const asked = await app.client.conversations.replies({ channel, ts, include_all_metadata: true });
  expect(asked.messages?.[1]).toMatchObject({ metadata });
  expect((await app.client.conversations.replies({ channel, ts })).messages?.[1]).not.toHaveProperty(
    'metadata',
  );
});

it.each([
  ['an unknown channel', 'conversations.history', { channel: 'C0NOWHERE' }, 'channel_not_found'],
  ['a cursor of nobody’s', 'conversations.history', { channel, cursor: 'bm9wZQ==' }, 'invalid_cursor'],
  ['a limit of 0', 'conversations.history', { channel, limit: 0 }, 'invalid_limit'],
  ['an oldest that is no time', 'conversations.history', { channel, oldest: 'then' }, 'invalid_ts_oldest'],
  ['a latest that is no time', 'conversations.history', { channel, latest: 'now' }, 'invalid_ts_latest'],
  ['a thread that is not there', 'conversations.replies', { channel, ts: '1.000000' }, 'thread_not_found'],
  ['info of an unknown channel', 'conversations.info', { channel: 'C0NOWHERE' }, 'channel_not_found'],
  ['joining an unknown channel', 'conversations.join', { channel: 'C0NOWHERE' }, 'channel_not_found'],
])('refuses %s', async (_, method, args, error) => {
  await expect(app.client.apiCall(method, args)).rejects.toMatchObject(refused(error));
});

it('lists channels page by page', async () => {
  const first = await app.client.conversations.list({ limit: 1 });
  expect(first.channels).toMatchObject([{ id: 'C0LOBBY', name: 'lobby', is_member: true }]);
  const cursor = String(first.response_metadata?.next_cursor);
  const second = await app.client.conversations.list({ limit: 1, cursor });
  expect(second.channels).toMatchObject([{ id: 'C0RANDOM' }]);
  expect(second.response_metadata?.next_cursor).toBe('');
});

it('lists archived channels unless told not to', async () => {
  await app.control.patch('/channels/C0RANDOM', { is_archived: true });
  const ids = async (exclude_archived: boolean) =>
    (await app.client.conversations.list({ exclude_archived })).channels?.map(({ id }) => id);
  expect(await ids(false)).toEqual(['C0LOBBY', 'C0RANDOM']);
  expect(await ids(true)).toEqual(['C0LOBBY']);
});

it('hides a private channel from a bot that is not in it', async () => {
  await app.control.post('/channels', { id: 'C0BOARD', name: 'board', is_private: true, is_member: false });
  const { channels } = await app.client.conversations.list({ types: 'public_channel,private_channel' });
  expect(channels?.map(({ id }) => id)).not.toContain('C0BOARD');
  const info = app.client.conversations.info({ channel: 'C0BOARD' });
  await expect(info).rejects.toMatchObject(refused('channel_not_found'));
});

it('lets the bot join, and says so in the channel', async () => {
  await app.control.patch('/channels/C0LOBBY', { is_member: false });
  await expect(app.client.conversations.history({ channel })).rejects.toMatchObject(
    refused('not_in_channel'),
  );
  expect(await app.client.conversations.join({ channel })).toMatchObject({ channel: { is_member: true } });
  expect(await app.stored()).toMatchObject([
    { subtype: 'channel_leave', user: 'U0BOT' },
    { subtype: 'channel_join', user: 'U0BOT' },
  ]);
  expect(await app.client.conversations.join({ channel })).toMatchObject({ warning: 'already_in_channel' });
});

it('knows the people', async () => {
  const { user } = await app.client.users.info({ user: 'U0HANA' });
  expect(user).toMatchObject({
    id: 'U0HANA',
    real_name: 'Hana Suzuki',
    is_bot: false,
    profile: { display_name: 'Hana' },
  });
  const picture = await fetch(String(user?.profile?.image_72));
  expect(picture.headers.get('content-type')).toMatch('image/svg+xml');
  await expect(app.client.users.info({ user: 'U0NOBODY' })).rejects.toMatchObject(refused('user_not_found'));
});
