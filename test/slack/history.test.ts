import { beforeEach, expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
let [root = '', ...replies]: string[] = [];

beforeEach(async () => {
  root = await app.control.say('U0HANA', channel, 'root');
  replies = [];
  for (const text of ['one', 'two', 'three', 'four'])
    replies.push(await app.control.say('U0KEN', channel, text, { thread_ts: root }));
});

const texts = (messages: { text?: string }[] | undefined) => messages?.map(({ text }) => text);

it.each([
  [{}, ['root', 'two']],
  [{ inclusive: true }, ['root', 'one', 'two', 'three']],
])('gives of a thread its root and what lies between two times, with %j', async (more, found) => {
  const times = { oldest: String(replies[0]), latest: String(replies[2]) };
  const { messages } = await app.client.conversations.replies({ channel, ts: root, ...times, ...more });
  expect(texts(messages)).toEqual(found);
});

it('gives of a thread what is new, page by page', async () => {
  const since = { channel, ts: root, oldest: String(replies[0]), limit: 2 };
  const first = await app.client.conversations.replies(since);
  expect([texts(first.messages), first.has_more]).toEqual([['root', 'two'], true]);
  const cursor = String(first.response_metadata?.next_cursor);
  const second = await app.client.conversations.replies({ ...since, cursor });
  expect([texts(second.messages), second.has_more]).toEqual([['three', 'four'], false]);
});

it('goes on behind a reply that is gone since', async () => {
  const first = await app.client.conversations.replies({ channel, ts: root, limit: 2 });
  await app.control.delete(`/channels/C0LOBBY/messages/${replies[1]}?user=U0KEN`);
  const cursor = String(first.response_metadata?.next_cursor);
  const second = await app.client.conversations.replies({ channel, ts: root, cursor });
  expect(texts(second.messages)).toEqual(['three', 'four']);
});

it('goes on with an older message when the one its cursor names is gone', async () => {
  for (const text of ['a', 'b', 'c']) await app.control.say('U0HANA', channel, text);
  const first = await app.client.conversations.history({ channel, limit: 1 });
  const { messages } = await app.control.get('/channels/C0LOBBY/messages');
  const b = (messages as { ts: string; text: string }[]).find(({ text }) => text === 'b');
  await app.control.delete(`/channels/C0LOBBY/messages/${b?.ts}?user=U0HANA`);
  const cursor = String(first.response_metadata?.next_cursor);
  const second = await app.client.conversations.history({ channel, cursor });
  expect(texts(second.messages)).toEqual(['a', 'root']);
});

it('gives a reply alone when that is named', async () => {
  const { messages } = await app.client.conversations.replies({ channel, ts: String(replies[1]) });
  expect(texts(messages)).toEqual(['two']);
});

it.each([
  ['conversations.history', 999],
  ['conversations.replies', 1000],
])('gives at most so many messages in a page of %s: %d', async (method, most) => {
  const call = (limit: number) => app.client.apiCall(method, { channel, ts: root, limit });
  expect(await call(most)).toMatchObject({ ok: true });
  await expect(call(most + 1)).rejects.toMatchObject({ data: { error: 'invalid_limit' } });
});

it('takes times in seconds, with or without a fraction', async () => {
  const [seconds = ''] = root.split('.');
  const before = { channel, oldest: String(Number(seconds) - 1) };
  expect(texts((await app.client.conversations.history(before)).messages)).toEqual(['root']);
  const after = { channel, oldest: `${Number(seconds) + 60}.5` };
  expect(texts((await app.client.conversations.history(after)).messages)).toEqual([]);
  expect(texts((await app.client.conversations.history({ channel, oldest: '999999999' })).messages)).toEqual([
    'root',
  ]);
});

it('gives with a message and with a reply who has reacted to it', async () => {
  const [reply = ''] = replies;
  for (const [ts, name] of [
    [root, 'tada'],
    [reply, '+1'],
  ])
    await app.control.post(`/channels/${channel}/messages/${ts}/reactions`, { user: 'U0KEN', name });
  await app.client.reactions.add({ channel, timestamp: root, name: 'tada' });
  const { messages: said } = await app.client.conversations.history({ channel });
  expect(said?.at(-1)?.reactions).toEqual([{ name: 'tada', users: ['U0KEN', 'U0BOT'], count: 2 }]);
  const { messages: thread } = await app.client.conversations.replies({ channel, ts: root });
  expect(thread?.[1]?.reactions).toEqual([{ name: '+1', users: ['U0KEN'], count: 1 }]);
});
