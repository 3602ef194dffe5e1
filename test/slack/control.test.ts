import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const send = (method: string, path: string, body?: unknown) =>
  fetch(`${app.slack.url}/control${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const message = { user: 'U0HANA', channel: 'C0LOBBY', text: 'a' };

it.each([
  ['a message by nobody', 'POST', '/messages', { ...message, user: 'U0NOBODY' }, 'no user "U0NOBODY"'],
  ['a message to nowhere', 'POST', '/messages', { ...message, channel: 'C9' }, 'no channel "C9"'],
  ['a message without text', 'POST', '/messages', { ...message, text: '' }, '"text" must be a text'],
  ['a text that is a number', 'POST', '/messages', { ...message, text: 5 }, '"text" must be a text'],
  ['a field nobody knows', 'POST', '/messages', { ...message, txet: 'a' }, 'no field "txet"'],
  ['a reply to nothing', 'POST', '/messages', { ...message, thread_ts: '1.000000' }, 'no message "1.000000"'],
  ['a list for an object', 'POST', '/messages', [], 'Send a JSON object'],
  [
    'an edit of nothing',
    'PATCH',
    '/channels/C0LOBBY/messages/1.000000',
    { user: 'U0HANA', text: 'a' },
    'no message',
  ],
  ['a list of messages of nowhere', 'GET', '/channels/C9/messages', undefined, 'no channel "C9"'],
  ['a channel that is there', 'POST', '/channels', { id: 'C0LOBBY', name: 'lobby' }, 'already a channel'],
  ['a channel’s name in capitals', 'POST', '/channels', { name: 'Lobby' }, "no channel's name"],
  ['a user that is there', 'POST', '/users', { id: 'U0KEN', name: 'ken' }, 'already a user'],
  ['an unknown fault', 'POST', '/faults', { fault: 'meteor' }, 'no fault "meteor"'],
  ['a limit without its time', 'POST', '/faults', { fault: 'rate_limited' }, 'needs the field "retry_after"'],
  ['a status that is none', 'POST', '/faults', { fault: 'http_error', status: 900 }, '400 to 599'],
  [
    'a fault of calls for events',
    'POST',
    '/faults',
    { fault: 'lost_answer', type: 'message' },
    'strikes calls',
  ],
  [
    'a fault of events for calls',
    'POST',
    '/faults',
    { fault: 'drop', method: 'auth.test' },
    'strikes events',
  ],
  ['a fault that strikes half a time', 'POST', '/faults', { fault: 'drop', times: 1.5 }, 'whole number'],
  ['an events URL that is none', 'PUT', '/events-url', { url: 'slack' }, 'no http or https URL'],
  ['a speed of 0', 'PATCH', '/settings', { speed: 0 }, '"speed" must be a number'],
  ['a pace that is true', 'PATCH', '/settings', { pace: true }, '"pace" must be false or a number'],
  ['an event without a type', 'POST', '/events', { event: {} }, 'must have a "type"'],
  ['a patience that is no number', 'GET', '/idle?timeout=long', undefined, 'number of milliseconds'],
])('answers 400 and says why: %s', async (_, method, path, body, sentence) => {
  const response = await send(method, path, body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringContaining(sentence) });
});

it('answers 400 to what is no JSON', async () => {
  const response = await fetch(`${app.slack.url}/control/messages`, { method: 'POST', body: '{' });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringContaining('no JSON') });
});

it('answers 404 where there is nothing', async () => {
  const response = await send('GET', '/weather');
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ error: expect.stringContaining('GET /control/weather') });
});

it('lets people change only what is theirs', async () => {
  const ts = await app.control.say('U0HANA', 'C0LOBBY', 'mine');
  const path = `/channels/C0LOBBY/messages/${ts}`;
  await expect(app.control.patch(path, { user: 'U0KEN', text: 'his' })).rejects.toThrow('only their own');
  await expect(app.control.delete(`${path}?user=U0KEN`)).rejects.toThrow('only their own');
  expect(await app.stored()).toMatchObject([{ text: 'mine' }]);
});

it('takes text in Slack’s own form when told that it is', async () => {
  await app.control.say('U0HANA', 'C0LOBBY', '<@U0BOT> hi', { raw: true });
  expect(await app.stored()).toMatchObject([{ text: '<@U0BOT> hi' }]);
});

it('shows replies and metadata among the messages of a channel', async () => {
  const root = await app.control.say('U0HANA', 'C0LOBBY', 'root');
  const metadata = { event_type: 'tsunagi_message', event_payload: { id: 'M1' } };
  await app.post('reply', { thread_ts: root, metadata });
  expect(await app.stored()).toMatchObject([
    { ts: root, reply_count: 1 },
    { text: 'reply', metadata },
  ]);
});

it('adds people who can speak at once, and bots', async () => {
  await app.control.post('/users', { id: 'U0MEI', name: 'mei', display_name: 'Mei' });
  await app.control.post('/users', { id: 'U0ROBOT', name: 'robot', bot: true });
  await app.control.say('U0MEI', 'C0LOBBY', 'hi');
  await app.control.say('U0ROBOT', 'C0LOBBY', 'beep');
  expect(await app.stored()).toMatchObject([
    { user: 'U0MEI' },
    { user: 'U0ROBOT', bot_id: 'B0ROBOT', app_id: 'A0ROBOT' },
  ]);
});

it('starts anew after a reset: messages, faults, logs and settings; the events URL stays', async () => {
  await app.control.post('/channels', { id: 'C0NEW', name: 'new' });
  await app.control.fault({ fault: 'drop', times: 'always' });
  await app.control.patch('/settings', { pace: 1, speed: 1 });
  const before = await app.control.say('U0HANA', 'C0LOBBY', 'a');
  await app.client.auth.test();
  await app.control.post('/reset');
  expect(await app.stored()).toEqual([]);
  expect(await app.control.get('/faults')).toEqual({ faults: [] });
  expect(await app.control.get('/calls')).toEqual({ calls: [], violations: { within_retry_after: 0 } });
  expect(await app.control.get('/events')).toEqual({ events: [] });
  const state = await app.control.get('/state');
  expect(state).toMatchObject({ events_url: app.receiver.url, settings: { pace: false, speed: 6000 } });
  expect(state.channels).toHaveLength(2);
  expect((await app.control.say('U0HANA', 'C0LOBBY', 'b')) > before).toBe(true);
});

it('ends the retries of before a reset', async () => {
  await app.control.patch('/settings', { speed: 1 });
  app.receiver.answerNext(500, 500);
  await app.control.say('U0HANA', 'C0LOBBY', 'a');
  await expect.poll(() => app.receiver.received.length).toBe(2);
  await app.control.post('/reset');
  await app.control.idle();
  expect(app.receiver.received).toHaveLength(2);
});

it('streams what happens to the page', async () => {
  const abort = new AbortController();
  const response = await fetch(`${app.slack.url}/control/stream`, { signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (part: string) => {
    while (!text.includes(part)) {
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) throw new Error(`The stream ended before ${part}.`);
      text += value;
    }
  };
  await until('event: hello');
  const ts = await app.control.say('U0HANA', 'C0LOBBY', 'live');
  await until(`"ts":"${ts}"`);
  expect(text).toContain('event: message');
  await app.control.delete(`/channels/C0LOBBY/messages/${ts}?user=U0HANA`);
  await until('event: gone');
  abort.abort();
});
