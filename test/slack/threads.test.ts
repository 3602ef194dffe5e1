import { beforeEach, expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const place = { channel, channel_type: 'channel' };
const refused = (error: string) => ({ data: { ok: false, error } });
let root = '';

beforeEach(async () => {
  root = await app.control.say('U0HANA', channel, 'root');
});

const reply = (text: string, more: Record<string, unknown> = {}) =>
  app.control.say('U0KEN', channel, text, { thread_ts: root, ...more });
const remove = (ts: string, user = 'U0HANA') =>
  app.control.delete(`/channels/C0LOBBY/messages/${ts}?user=${user}`);

/** The events after the root's own, by their time: Slack promises no order of arrival. */
async function arrived(): Promise<Record<string, unknown>[]> {
  await app.control.idle();
  const byTime = (one: Record<string, unknown>, other: Record<string, unknown>) =>
    Number(one.event_ts) - Number(other.event_ts);
  return app.receiver.events().toSorted(byTime).slice(1);
}

const tombstone = {
  type: 'message',
  subtype: 'tombstone',
  user: 'USLACKBOT',
  text: 'This message was deleted.',
  hidden: true,
  parent_user_id: 'USLACKBOT',
};

it('says of a root what history says of its thread, also when it is edited', async () => {
  const latest_reply = await reply('one');
  await app.control.patch(`/channels/C0LOBBY/messages/${root}`, { user: 'U0HANA', text: 'root, edited' });
  const [, event] = await arrived();
  const thread = { thread_ts: root, reply_count: 1, reply_users: ['U0KEN'], latest_reply };
  expect(event).toMatchObject({ subtype: 'message_changed', message: thread, previous_message: thread });
  const { messages } = await app.client.conversations.replies({ channel, ts: root });
  expect(messages?.[0]).toMatchObject({ text: 'root, edited', ...thread });
});

it('brings the root along with a reply that was also sent to the channel, with its thread', async () => {
  const ts = await reply('loud', { reply_broadcast: true });
  const thread = { thread_ts: root, reply_count: 1, reply_users_count: 1, latest_reply: ts };
  expect(await arrived()).toMatchObject([
    { subtype: 'thread_broadcast', ts, thread_ts: root, root: { ts: root, user: 'U0HANA', ...thread } },
  ]);
});

it('leaves a tombstone where a root with replies was deleted, and tells it as a change', async () => {
  const latest_reply = await reply('stays');
  await remove(root);
  const grave = { ...tombstone, ts: root, thread_ts: root, reply_count: 1, latest_reply };
  expect((await arrived())[1]).toMatchObject({
    subtype: 'message_changed',
    message: grave,
    previous_message: { text: 'root', user: 'U0HANA' },
    ...place,
  });
  const { messages } = await app.client.conversations.replies({ channel, ts: root });
  expect(messages).toMatchObject([grave, { text: 'stays', thread_ts: root, parent_user_id: 'U0HANA' }]);
  expect((await app.client.conversations.history({ channel })).messages).toMatchObject([grave]);
});

it('takes further replies under a tombstone', async () => {
  await reply('first');
  await remove(root);
  await reply('second');
  const third = await app.post('third', { thread_ts: root });
  expect(third.message).toMatchObject({ thread_ts: root, parent_user_id: 'USLACKBOT' });
  expect((await app.client.conversations.replies({ channel, ts: root })).messages).toHaveLength(4);
});

it('removes a tombstone with its last reply, and tells both deletions', async () => {
  const only = await reply('only');
  await remove(root);
  await remove(only, 'U0KEN');
  expect((await arrived()).slice(2)).toMatchObject([
    { subtype: 'message_deleted', deleted_ts: only, previous_message: { text: 'only' } },
    {
      subtype: 'message_deleted',
      deleted_ts: root,
      previous_message: {
        ...tombstone,
        reply_count: 0,
        reply_users: [],
        latest_reply: '0000000000.000000',
      },
    },
  ]);
  expect(await app.stored()).toEqual([]);
  await expect(app.client.conversations.replies({ channel, ts: root })).rejects.toMatchObject(
    refused('thread_not_found'),
  );
});

it('forgets a thread with its last reply, not the root that was not deleted', async () => {
  const only = await reply('only');
  await remove(only, 'U0KEN');
  const [left] = await app.stored();
  expect(left).toMatchObject({ ts: root, text: 'root' });
  expect(left).not.toHaveProperty('reply_count');
});

it('says nothing more of a root that got a reply, unless message_replied is switched on', async () => {
  await reply('quietly');
  expect(await arrived()).toMatchObject([{ text: 'quietly' }]);
});

it.each([
  ['named', { subtype: 'message_replied' }],
  ['bare', {}],
])('tells of a root that got a reply, when that is %s', async (message_replied, mark) => {
  await app.control.patch('/settings', { message_replied });
  const ts = await reply('an answer');
  const [, event] = await arrived();
  expect(event).toMatchObject({
    type: 'message',
    ...mark,
    hidden: true,
    message: { ts: root, thread_ts: root, reply_count: 1, replies: [{ user: 'U0KEN', ts }] },
    ...place,
  });
  expect('subtype' in (event ?? {})).toBe('subtype' in mark);
});

it('makes a quiet reply of the bot’s own loud afterwards, without changing what it says', async () => {
  const { ts } = await app.post('quiet', { thread_ts: root });
  const update = (more: Record<string, unknown>) =>
    app.client.apiCall('chat.update', { channel, ts, reply_broadcast: true, ...more });
  await expect(update({ text: 'loud' })).rejects.toMatchObject(refused('no_dual_broadcast_content_update'));
  expect(await update({})).toMatchObject({ message: { subtype: 'thread_broadcast', text: 'quiet' } });
  const { messages } = await app.client.conversations.history({ channel });
  expect(messages).toMatchObject([{ ts, text: 'quiet' }, { ts: root }]);
});
