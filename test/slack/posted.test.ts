import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const refused = (error: string) => ({ code: 'slack_webapi_platform_error', data: { ok: false, error } });
const post = (more: Record<string, unknown>) => app.post('', more);
const tsOf = async (more: Record<string, unknown>) => String((await post(more)).ts);

it('updates its own post, and keeps its metadata', async () => {
  const metadata = { event_type: 'tsunagi_message', event_payload: { id: 'M1' } };
  const ts = await tsOf({ text: 'first', metadata });
  expect(await app.client.chat.update({ channel, ts, text: 'second' })).toMatchObject({
    ok: true,
    channel,
    ts,
    text: 'second',
  });
  const edited = { user: 'B0TSUNAGI', ts: expect.stringMatching(/\.000000$/) };
  expect(await app.stored()).toMatchObject([{ ts, text: 'second', edited, metadata }]);
});

it('takes 4,000 bytes in an update, and no more', async () => {
  const ts = await tsOf({ text: 'a' });
  expect(await app.client.chat.update({ channel, ts, text: `${'長'.repeat(1333)}x` })).toMatchObject({
    ok: true,
  });
  const over = app.client.chat.update({ channel, ts, text: '長'.repeat(1334) });
  await expect(over).rejects.toMatchObject(refused('msg_too_long'));
});

it('never touches what a person wrote', async () => {
  const ts = await app.control.say('U0HANA', channel, 'mine');
  const update = app.client.chat.update({ channel, ts, text: 'ours' });
  await expect(update).rejects.toMatchObject(refused('cant_update_message'));
  await expect(app.client.chat.delete({ channel, ts })).rejects.toMatchObject(refused('cant_delete_message'));
  expect(await app.stored()).toMatchObject([{ text: 'mine' }]);
});

it('deletes its own post, once', async () => {
  const ts = await tsOf({ text: 'a' });
  expect(await app.client.chat.delete({ channel, ts })).toMatchObject({ ok: true, channel, ts });
  expect(await app.stored()).toEqual([]);
  await expect(app.client.chat.delete({ channel, ts })).rejects.toMatchObject(refused('message_not_found'));
  const update = app.client.chat.update({ channel, ts, text: 'b' });
  await expect(update).rejects.toMatchObject(refused('message_not_found'));
});

it('leaves a tombstone where a root with replies was deleted', async () => {
  const ts = await tsOf({ text: 'root' });
  await app.control.say('U0HANA', channel, 'reply', { thread_ts: ts });
  await app.client.chat.delete({ channel, ts });
  expect(await app.stored()).toMatchObject([{ ts, subtype: 'tombstone', reply_count: 1 }, { text: 'reply' }]);
});

it('gives a permalink that opens the page', async () => {
  const ts = await tsOf({ text: 'a' });
  const { permalink } = await app.client.chat.getPermalink({ channel, message_ts: ts });
  expect(permalink).toBe(`${app.slack.url}/archives/C0LOBBY/p${ts.replace('.', '')}`);
  const page = await fetch(String(permalink));
  expect(page.headers.get('content-type')).toMatch('text/html');
  const none = app.client.chat.getPermalink({ channel, message_ts: '1.000000' });
  await expect(none).rejects.toMatchObject(refused('message_not_found'));
});

it('answers a second post of one client_msg_id with the first, when that is switched on', async () => {
  const client_msg_id = 'f3b0f2a8-0000-4000-8000-000000000001';
  const [first, second] = [
    await tsOf({ text: 'a', client_msg_id }),
    await tsOf({ text: 'a', client_msg_id }),
  ];
  expect(second).not.toBe(first);
  await app.control.patch('/settings', { deduplicate: true });
  expect(await tsOf({ text: 'a', client_msg_id })).toBe(first);
  expect(await app.stored()).toHaveLength(2);
});
