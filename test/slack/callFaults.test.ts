import { expect, it } from 'vitest';
import { clientOf, useSlack } from './fixture.ts';
import { record } from './receiver.ts';

let ahead = 0;
const app = useSlack({ clock: () => Date.now() + ahead });
const channel = 'C0LOBBY';
const post = (text = 'Hello', to = channel) => app.post(text, { channel: to });
const order = (fault: string, more: Record<string, unknown> = {}) =>
  app.control.fault({ fault, method: 'chat.postMessage', ...more });
const seen = async () => {
  const { calls, violations } = await app.control.get('/calls');
  return { calls: Array.isArray(calls) ? calls.map(record) : [], violations };
};

it('answers 429, and posts nothing', async () => {
  await order('rate_limited', { retry_after: 7 });
  await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 });
  expect(await app.stored()).toEqual([]);
});

it('counts a call within a Retry-After, and answers it with what is left', async () => {
  await order('rate_limited', { retry_after: 7 });
  await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
  expect((await seen()).violations).toEqual({ within_retry_after: 0 });
  ahead += 4500;
  await expect(post()).rejects.toMatchObject({ retryAfter: 3 });
  expect((await seen()).violations).toEqual({ within_retry_after: 1 });
  ahead += 3000;
  expect(await post()).toMatchObject({ ok: true });
  expect((await seen()).violations).toEqual({ within_retry_after: 1 });
});

it('limits one channel and lets the others go on', async () => {
  await order('rate_limited', { retry_after: 30, channel });
  expect(await post('elsewhere', 'C0RANDOM')).toMatchObject({ ok: true });
  await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
  expect(await post('elsewhere', 'C0RANDOM')).toMatchObject({ ok: true });
  expect((await seen()).violations).toEqual({ within_retry_after: 0 });
});

it('strikes a channel given by its name', async () => {
  await order('rate_limited', { retry_after: 30, channel });
  await expect(post('Hello', '#lobby')).rejects.toMatchObject({ retryAfter: 30 });
});

it('strikes as often as it was told, and the method it was told', async () => {
  await order('http_error', { status: 503, times: 2 });
  const failed = { code: 'slack_webapi_http_error', statusCode: 503 };
  await expect(post()).rejects.toMatchObject(failed);
  expect(await app.client.auth.test()).toMatchObject({ ok: true });
  await expect(post()).rejects.toMatchObject(failed);
  expect(await post()).toMatchObject({ ok: true });
  expect(await app.stored()).toHaveLength(1);
});

it('strikes until it is cleared when told "always"', async () => {
  await order('http_error', { status: 500, times: 'always' });
  for (let count = 0; count < 3; count += 1) await expect(post()).rejects.toMatchObject({ statusCode: 500 });
  await app.control.delete('/faults');
  expect(await post()).toMatchObject({ ok: true });
});

it.each(['invalid_auth', 'is_archived', 'fatal_error'])('answers with the error %s', async (error) => {
  await order('error', { error });
  await expect(post()).rejects.toMatchObject({ data: { ok: false, error } });
  expect(await app.stored()).toEqual([]);
});

it('says what a missing scope would have needed', async () => {
  await order('error', { error: 'missing_scope' });
  await expect(post()).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'chat:write' } });
});

it('stores the post and loses the answer', async () => {
  await order('lost_answer');
  await expect(post('once')).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(await app.stored()).toMatchObject([{ text: 'once' }]);
  const { messages } = await app.client.conversations.history({ channel });
  expect(messages).toMatchObject([{ text: 'once' }]);
});

it('tells of the post whose answer was lost by an event', async () => {
  await order('lost_answer');
  await expect(post('once')).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  await app.control.idle();
  expect(app.receiver.events()).toMatchObject([{ text: 'once', bot_id: 'B0TSUNAGI' }]);
});

it('loses a call before anything is stored', async () => {
  await order('lost_call');
  await expect(post('never')).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(await app.stored()).toEqual([]);
});

it('stores at once and answers late', async () => {
  await order('slow', { ms: 700 });
  let answered = false;
  const posting = post('late').then(() => (answered = true));
  await expect.poll(() => app.stored()).toHaveLength(1);
  expect(answered).toBe(false);
  await posting;
  expect((await seen()).calls).toMatchObject([{ status: 200, fault: 'slow' }]);
});

it('answers too late for a client that waits less', async () => {
  await order('slow', { ms: 2000 });
  const hasty = clientOf(app.slack, undefined, 500).apiCall('chat.postMessage', { channel, text: 'late' });
  await expect(hasty).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(await app.stored()).toMatchObject([{ text: 'late' }]);
});

it('paces posts in a channel when that is switched on', async () => {
  await app.control.patch('/settings', { pace: 3 });
  for (let n = 0; n < 3; n += 1) await post(`${n}`);
  await expect(post('too soon')).rejects.toMatchObject({
    code: 'slack_webapi_rate_limited_error',
    retryAfter: 1,
  });
  expect(await post('elsewhere', 'C0RANDOM')).toMatchObject({ ok: true });
  ahead += 1000;
  expect(await post('in time')).toMatchObject({ ok: true });
  expect((await app.stored()).map(({ text }) => text)).toEqual(['0', '1', '2', 'in time']);
});

it('lists the calls it saw, without tokens or texts', async () => {
  await order('http_error', { status: 500 });
  await expect(post('a secret')).rejects.toMatchObject({ statusCode: 500 });
  await post('a secret');
  await expect(post('x', 'C0NOWHERE')).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
  const { calls } = await seen();
  const [{ ts } = {}] = await app.stored();
  const made = { method: 'chat.postMessage', at: expect.any(Number), ms: expect.any(Number) };
  const call = { ...made, team: 'T0TSUNAGI' };
  expect(calls).toEqual([
    { ...call, channel, status: 500, fault: 'http_error' },
    { ...call, channel, status: 200, ts },
    { ...call, channel: 'C0NOWHERE', status: 200, error: 'channel_not_found' },
  ]);
});

it('stores the post although it answers with an error, when told so', async () => {
  await order('http_error', { status: 500, stored: true });
  await expect(post('once')).rejects.toMatchObject({ statusCode: 500 });
  await order('error', { error: 'internal_error', stored: true });
  await expect(post('twice')).rejects.toMatchObject({ data: { ok: false, error: 'internal_error' } });
  const stored = await app.stored();
  expect(stored).toMatchObject([{ text: 'once' }, { text: 'twice' }]);
  expect((await seen()).calls).toMatchObject([
    { status: 500, ts: stored[0]?.ts },
    { error: 'internal_error', ts: stored[1]?.ts },
  ]);
});

it('stores late, when told so, although nobody waits any more', async () => {
  await order('slow', { ms: 400, late: true });
  const hasty = clientOf(app.slack, undefined, 100).apiCall('chat.postMessage', { channel, text: 'late' });
  await expect(hasty).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(await app.stored()).toEqual([]);
  await expect.poll(() => app.stored()).toMatchObject([{ text: 'late' }]);
});

it('stores nothing of before a reset after it', async () => {
  await order('slow', { ms: 200, late: true });
  const late = post('from before').catch((reason: unknown) => reason);
  await expect.poll(async () => (await seen()).calls.length).toBe(1);
  await app.control.post('/reset');
  expect(await late).toMatchObject({ code: 'slack_webapi_request_error' });
  expect(await app.stored()).toEqual([]);
});

it('lets calls pass before it strikes, when told how many', async () => {
  await order('lost_answer', { after: 2 });
  await post('first');
  await post('second');
  await expect(post('third')).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  await post('fourth');
  expect(await app.stored()).toHaveLength(4);
});

it('limits history and lets posts go on', async () => {
  const method = 'conversations.history';
  await app.control.fault({ fault: 'rate_limited', retry_after: 30, method, channel });
  const history = () => app.client.conversations.history({ channel });
  await expect(history()).rejects.toMatchObject({ retryAfter: 30 });
  expect(await post()).toMatchObject({ ok: true });
  await expect(history()).rejects.toMatchObject({ retryAfter: 30 });
  const { calls, violations } = await seen();
  expect(calls.map((call) => [call.method, call.status, call.violation ?? false])).toEqual([
    [method, 429, false],
    ['chat.postMessage', 200, false],
    [method, 429, true],
  ]);
  expect(violations).toEqual({ within_retry_after: 1 });
});

it('answers with any error, with what Slack says beside it', async () => {
  const add = () => app.client.reactions.add({ channel, timestamp: '1.000000', name: 'tada' });
  await app.control.fault({ fault: 'error', error: 'too_many_reactions', method: 'reactions.add' });
  await expect(add()).rejects.toMatchObject({ data: { error: 'too_many_reactions' } });
  await order('error', { error: 'missing_scope' });
  const provided = expect.not.stringMatching(/chat:write(,|$)/);
  await expect(post()).rejects.toMatchObject({ data: { needed: 'chat:write', provided } });
});

it('paces posts as fast as it is told', async () => {
  await app.control.patch('/settings', { pace: 1, rate: 4 });
  await post('first');
  await expect(post('too soon')).rejects.toMatchObject({ retryAfter: 1 });
  ahead += 1000;
  await post('second');
  ahead += 250;
  await post('third');
  expect(await app.stored()).toHaveLength(3);
});

it('paces no updates, and no other method', async () => {
  await app.control.patch('/settings', { pace: 1 });
  const { ts } = await post('first');
  for (const text of ['second', 'third']) await app.client.chat.update({ channel, ts: String(ts), text });
  expect(await app.stored()).toMatchObject([{ text: 'third' }]);
});

it('never takes a second post for the first: two of one client_msg_id are two', async () => {
  const client_msg_id = 'f3b0f2a8-0000-4000-8000-000000000001';
  const metadata = { event_type: 'tsunagi_message', event_payload: { id: 'M1' } };
  for (let count = 0; count < 3; count += 1) await app.post('again', { client_msg_id, metadata });
  expect(await app.stored()).toHaveLength(3);
});

it('lists the calls of one method, or of one channel', async () => {
  await post('here');
  await post('there', 'C0RANDOM');
  await app.client.auth.test();
  expect(await app.control.get('/calls?method=auth.test')).toMatchObject({
    calls: [{ method: 'auth.test' }],
  });
  expect(await app.control.get('/calls?channel=C0RANDOM')).toMatchObject({
    calls: [{ channel: 'C0RANDOM' }],
  });
});
