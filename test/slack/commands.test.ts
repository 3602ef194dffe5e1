import type { ServerResponse } from 'node:http';
import { beforeEach, expect, it } from 'vitest';
import { clientOf, useSlack } from './fixture.ts';
import { record } from './receiver.ts';

let ahead = 0;
const app = useSlack({
  clock: () => Date.now() + ahead,
  workspaces: [
    {
      id: 'T0PARTNER',
      token: 'xoxb-partner',
      channels: [{ id: 'C0DESK', name: 'desk' }],
      users: [{ id: 'U0MEI', name: 'mei' }],
    },
  ],
});
beforeEach(() => {
  ahead = 0;
});
const channel = 'C0LOBBY';

const type = (text: string, more: Record<string, unknown> = {}) =>
  app.control
    .post('/commands', { user: 'U0HANA', channel, text, ...more })
    .then(({ command }) => record(command));
const json = (value: unknown) => (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
const text = (body: string) => (response: ServerResponse) => void response.end(body);

/** What Hana alone sees in #lobby. */
async function whispered(): Promise<Record<string, unknown>[]> {
  const { ephemerals } = await app.control.get('/ephemerals?user=U0HANA&channel=C0LOBBY');
  return Array.isArray(ephemerals) ? ephemerals.map(record) : [];
}

const later = (url: unknown, body: unknown) =>
  fetch(String(url), { method: 'POST', body: JSON.stringify(body) });

it('sends a command as a signed form', async () => {
  await type('/tsunagi link  room 5 & more');
  const { headers, envelope, signature } = app.receiver.request(0);
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(signature).toBe('right');
  expect(envelope).toEqual({
    token: expect.any(String),
    team_id: 'T0TSUNAGI',
    team_domain: 'tsunagi',
    channel_id: channel,
    channel_name: 'lobby',
    user_id: 'U0HANA',
    user_name: 'hana',
    command: '/tsunagi',
    text: 'link  room 5 & more',
    api_app_id: 'A0TSUNAGI',
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/commands\/T0TSUNAGI\/[0-9a-f]+$/),
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
  });
});

it('does not name a private channel', async () => {
  await app.control.post('/channels', { id: 'C0BOARD', name: 'board', is_private: true });
  await type('/tsunagi status', { channel: 'C0BOARD' });
  expect(app.receiver.request(0).envelope).toMatchObject({ channel_name: 'privategroup', text: 'status' });
});

it('says of which workspace the command is', async () => {
  const asked = { user: 'U0MEI', channel: 'C0DESK', text: '/tsunagi' };
  await app.control.post('/commands?team=T0PARTNER', asked);
  expect(app.receiver.request(0).envelope).toMatchObject({ team_id: 'T0PARTNER', text: '' });
});

it.each([
  ['text', text('done'), [{ text: 'done', from: 'tsunagi', user: 'U0HANA' }]],
  ['JSON', json({ text: 'done', blocks: [{ type: 'divider' }] }), [{ text: 'done', blocks: [{}] }]],
  ['JSON for one person', json({ response_type: 'ephemeral', text: 'done' }), [{ text: 'done' }]],
  ['nothing', text(''), []],
  ['JSON that says nothing', json({ response_type: 'ephemeral' }), []],
])('shows the answer to who typed it, and to nobody else: %s', async (_, answer, shown) => {
  app.receiver.answerNext(answer);
  expect(await type('/tsunagi status')).toMatchObject({ state: 'answered', status: 200 });
  expect(await whispered()).toMatchObject(shown);
  expect(await app.stored()).toEqual([]);
  expect(await app.control.get('/ephemerals?user=U0KEN')).toEqual({ ephemerals: [] });
});

it('posts an answer for the channel, and tells it as the app’s own', async () => {
  app.receiver.answerNext(json({ response_type: 'in_channel', text: 'linked' }));
  await type('/tsunagi link');
  expect(await app.stored()).toMatchObject([{ text: 'linked', subtype: 'bot_message', bot_id: 'B0TSUNAGI' }]);
  expect(await whispered()).toEqual([]);
  await app.control.idle();
  expect(app.receiver.events().at(-1)).toMatchObject({ text: 'linked', app_id: 'A0TSUNAGI' });
});

it.each([
  ['an error', 500, { status: 500, error: 'dispatch_failed' }],
  ['a closed connection', (response: ServerResponse) => void response.socket?.destroy(), { status: null }],
])('asks once, and says what went wrong: %s', async (_, answer, seen) => {
  app.receiver.answerNext(answer);
  expect(await type('/tsunagi status')).toMatchObject({ state: 'failed', ...seen });
  expect(await whispered()).toMatchObject([
    { text: '/tsunagi failed with the error "dispatch_failed"', from: 'Slackbot' },
  ]);
  await app.control.idle();
  expect(app.receiver.received).toHaveLength(1);
});

it('gives up after its deadline, and shows no answer that comes later', async () => {
  await app.control.patch('/settings', { deadline: 100 });
  app.receiver.answerNext((response) => void setTimeout(() => response.end('late'), 300));
  expect(await type('/tsunagi status')).toMatchObject({ state: 'failed', error: 'operation_timeout' });
  expect(await whispered()).toMatchObject([{ text: '/tsunagi failed with the error "operation_timeout"' }]);
});

it('knows that the app has no such command', async () => {
  expect(await type('/weather')).toMatchObject({ state: 'unknown' });
  expect(await whispered()).toMatchObject([{ text: '/weather is not a valid command.', from: 'Slackbot' }]);
  expect(app.receiver.received).toEqual([]);
});

it('takes up to five later answers, for one person or for all', async () => {
  const { response_url } = await type('/tsunagi status');
  for (let count = 1; count < 5; count += 1) {
    const response = await later(response_url, { text: `answer ${count}` });
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  }
  await later(response_url, { response_type: 'in_channel', text: 'for all' });
  const sixth = await later(response_url, { text: 'too many' });
  expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
  expect((await whispered()).map((one) => one.text)).toEqual([
    'answer 1',
    'answer 2',
    'answer 3',
    'answer 4',
  ]);
  expect(await app.stored()).toMatchObject([{ text: 'for all' }]);
});

it('takes later answers for half an hour', async () => {
  const { response_url } = await type('/tsunagi status');
  ahead += 29 * 60_000;
  expect((await later(response_url, { text: 'just in time' })).status).toBe(200);
  ahead += 2 * 60_000;
  const late = await later(response_url, { text: 'late' });
  expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
  expect(await whispered()).toMatchObject([{ text: 'just in time' }]);
});

it('replaces or takes back what it showed, when told so', async () => {
  app.receiver.answerNext(text('looking …'));
  const { response_url } = await type('/tsunagi status');
  await later(response_url, { replace_original: true, text: 'found' });
  expect(await whispered()).toMatchObject([{ text: 'found' }]);
  await later(response_url, { delete_original: true });
  expect(await whispered()).toEqual([]);
});

it('refuses a later answer that says nothing, or to no command', async () => {
  const { response_url } = await type('/tsunagi status');
  expect((await later(response_url, {})).status).toBe(400);
  expect((await later(`${String(response_url)}0`, { text: 'a' })).status).toBe(404);
  expect(await whispered()).toEqual([]);
});

it('sends commands elsewhere when told so, and forgets them at a reset', async () => {
  const url = `${app.receiver.url}/commands`;
  expect(await app.control.put('/commands-url', { url })).toEqual({ url });
  expect(await app.control.get('/state')).toMatchObject({ commands_url: url });
  app.receiver.answerNext(text('done'));
  await type('/tsunagi status');
  expect(app.receiver.request(0).path).toBe('/events/commands');
  expect(await app.control.get('/commands')).toMatchObject({ commands: [{ command: '/tsunagi' }] });
  await app.control.post('/reset');
  expect(await app.control.get('/commands')).toEqual({ commands: [] });
  expect(await whispered()).toEqual([]);
});

it('lets a command’s answer go with what the app does meanwhile', async () => {
  const client = clientOf(app.slack);
  app.receiver.answerNext((response) => {
    const join = client.conversations.info({ channel });
    void join.then(() => response.end('linked'));
  });
  expect(await type('/tsunagi link')).toMatchObject({ state: 'answered' });
  expect(await whispered()).toMatchObject([{ text: 'linked' }]);
});
