import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const place = { channel, channel_type: 'channel' };

/** The events that arrived once everything was delivered, by their time: Slack promises no order of arrival. */
async function arrived(): Promise<Record<string, unknown>[]> {
  await app.control.idle();
  return app.receiver.events().toSorted((one, other) => Number(one.event_ts) - Number(other.event_ts));
}

const change = (ts: string) => `/channels/C0LOBBY/messages/${ts}`;

it('tells an edit with the message before and after', async () => {
  const ts = await app.control.say('U0HANA', channel, 'befor');
  await app.control.patch(change(ts), { user: 'U0HANA', text: 'before' });
  const [, event] = await arrived();
  expect(event).toMatchObject({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: { ts, text: 'before', edited: { user: 'U0HANA' } },
    previous_message: { ts, text: 'befor' },
    ...place,
  });
  expect(String(event?.ts) > ts).toBe(true);
  expect(event?.event_ts).toBe(event?.ts);
});

it('tells a link preview as a change that is no edit', async () => {
  const ts = await app.control.say('U0HANA', channel, 'https://example.com');
  await app.control.post(`${change(ts)}/unfurl`, { url: 'https://example.com' });
  const [, event] = await arrived();
  expect(event).toMatchObject({
    subtype: 'message_changed',
    message: { attachments: [{ from_url: 'https://example.com' }] },
  });
  expect(event?.message).not.toHaveProperty('edited');
});

it('tells a deletion with what was deleted', async () => {
  const ts = await app.control.say('U0HANA', channel, 'oops');
  await app.control.delete(`${change(ts)}?user=U0HANA`);
  const [, event] = await arrived();
  expect(event).toMatchObject({
    subtype: 'message_deleted',
    deleted_ts: ts,
    previous_message: { ts, text: 'oops' },
    ...place,
  });
});

it('tells the deletion of a root with replies as a change to a tombstone', async () => {
  const ts = await app.control.say('U0HANA', channel, 'root');
  await app.control.say('U0KEN', channel, 'reply', { thread_ts: ts });
  await app.control.delete(`${change(ts)}?user=U0HANA`);
  expect((await arrived())[2]).toMatchObject({
    subtype: 'message_changed',
    message: { ts, subtype: 'tombstone' },
  });
});

it('tells the app’s own edits and deletions', async () => {
  const ts = String((await app.post('a')).ts);
  await app.client.chat.update({ channel, ts, text: 'b' });
  await app.client.chat.delete({ channel, ts });
  expect((await arrived()).slice(1)).toMatchObject([
    { subtype: 'message_changed', message: { text: 'b', bot_id: 'B0TSUNAGI' } },
    { subtype: 'message_deleted', previous_message: { text: 'b', bot_id: 'B0TSUNAGI' } },
  ]);
});

it('tells replies, and those also sent to the channel with their root', async () => {
  const root = await app.control.say('U0HANA', channel, 'root');
  await app.control.say('U0KEN', channel, 'quiet', { thread_ts: root });
  await app.control.say('U0KEN', channel, 'loud', { thread_ts: root, reply_broadcast: true });
  const [, quiet, loud] = await arrived();
  expect(quiet).toMatchObject({ text: 'quiet', thread_ts: root, parent_user_id: 'U0HANA' });
  expect(quiet).not.toHaveProperty('subtype');
  expect(loud).toMatchObject({
    subtype: 'thread_broadcast',
    thread_ts: root,
    root: { ts: root, text: 'root' },
  });
});

it('tells reactions, the bot’s own among them', async () => {
  const ts = await app.control.say('U0HANA', channel, 'done');
  await app.control.post(`${change(ts)}/reactions`, { user: 'U0KEN', name: 'tada' });
  await app.control.delete(`${change(ts)}/reactions/tada?user=U0KEN`);
  await app.client.reactions.add({ channel, timestamp: ts, name: '+1' });
  const item = { type: 'message', channel, ts };
  expect((await arrived()).slice(1)).toMatchObject([
    { type: 'reaction_added', user: 'U0KEN', reaction: 'tada', item, item_user: 'U0HANA' },
    { type: 'reaction_removed', user: 'U0KEN', reaction: 'tada', item },
    { type: 'reaction_added', user: 'U0BOT', reaction: '+1', item },
  ]);
});
