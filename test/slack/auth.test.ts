import { expect, it } from 'vitest';
import { clientOf, TOKEN, useSlack } from './fixture.ts';
import { record } from './receiver.ts';

const app = useSlack();

const call = async (method: string, init: RequestInit = {}) =>
  record(await (await fetch(`${app.slack.apiUrl}${method}`, init)).json());
const authorization = `Bearer ${TOKEN}`;

it('tells who the token belongs to', async () => {
  expect(await app.client.auth.test()).toMatchObject({
    ok: true,
    team_id: 'T0TSUNAGI',
    user_id: 'U0BOT',
    bot_id: 'B0TSUNAGI',
  });
});

it('names the scopes of the token in a header', async () => {
  const { response_metadata } = await app.client.auth.test();
  expect(response_metadata?.scopes).toContain('chat:write.customize');
});

it('refuses a call without a token', async () => {
  expect(await call('auth.test', { method: 'POST' })).toEqual({ ok: false, error: 'not_authed' });
});

it('refuses a token that is not the bot’s', async () => {
  await expect(clientOf(app.slack, 'xoxb-other').auth.test()).rejects.toMatchObject({
    code: 'slack_webapi_platform_error',
    data: { error: 'invalid_auth' },
  });
});

it('does nothing for a caller it refuses', async () => {
  const post = clientOf(app.slack, 'xoxb-other').apiCall('chat.postMessage', {
    channel: 'C0LOBBY',
    text: 'no',
  });
  await expect(post).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  expect(await app.stored()).toEqual([]);
});

it('knows that it does not know a method', async () => {
  await expect(app.client.apiCall('chat.whisper')).rejects.toMatchObject({
    data: { error: 'unknown_method' },
  });
});

it('takes a form, JSON and a query alike', async () => {
  const type = 'application/json; charset=utf-8';
  const form = new URLSearchParams({ token: TOKEN, channel: 'C0LOBBY', text: 'a form' });
  const json = JSON.stringify({
    channel: 'C0LOBBY',
    text: 'JSON',
    metadata: { event_type: 'x', event_payload: {} },
  });
  expect(await call('chat.postMessage', { method: 'POST', body: form })).toMatchObject({ ok: true });
  const headers = { authorization, 'content-type': type };
  expect(await call('chat.postMessage', { method: 'POST', body: json, headers })).toMatchObject({ ok: true });
  const query = new URLSearchParams({ channel: 'C0LOBBY', limit: '5' });
  const { messages } = await call(`conversations.history?${query.toString()}`, {
    headers: { authorization },
  });
  expect(messages).toMatchObject([{ text: 'JSON' }, { text: 'a form' }]);
});

it.each([
  ['{"channel":', 'invalid_json'],
  ['["C0LOBBY"]', 'json_not_object'],
])('refuses the body %s', async (body, error) => {
  const headers = { authorization, 'content-type': 'application/json' };
  expect(await call('chat.postMessage', { method: 'POST', body, headers })).toMatchObject({
    ok: false,
    error,
  });
});

it('says which argument is missing', async () => {
  const body = new URLSearchParams({ token: TOKEN, text: 'where?' });
  expect(await call('chat.postMessage', { method: 'POST', body })).toEqual({
    ok: false,
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] missing required field: channel'] },
  });
});
