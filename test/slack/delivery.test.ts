import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { SECRET, useSlack } from './fixture.ts';
import { record } from './receiver.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const retries = () =>
  app.receiver.received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
const deliveries = async () => {
  const { events } = await app.control.get('/events');
  return Array.isArray(events) ? events.map(record) : [];
};
const say = async (text = 'Hello') => {
  await app.control.say('U0HANA', channel, text);
  await app.control.idle();
};

it('signs what it sends, byte for byte', async () => {
  await say('繋ぎ & <ties>');
  const { headers, body } = app.receiver.request(0);
  const timestamp = String(headers['x-slack-request-timestamp']);
  const digest = createHmac('sha256', SECRET)
    .update(`v0:${timestamp}:`)
    .update(Buffer.from(body, 'utf8'))
    .digest('hex');
  expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
  expect(headers['content-type']).toBe('application/json');
});

it('sends an event once when it is answered with 2xx', async () => {
  app.receiver.answerNext(204);
  await say();
  expect(retries()).toEqual([[undefined, undefined]]);
});

it('sends an event again after an error, with the number and the reason', async () => {
  app.receiver.answerNext(500, 503);
  await say();
  expect(retries()).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ]);
  const ids = app.receiver.received.map(({ envelope }) => envelope.event_id);
  expect(new Set(ids).size).toBe(1);
});

it('signs each retry with its own time', async () => {
  app.receiver.answerNext(500);
  await say();
  const { headers, body } = app.receiver.request(1);
  const base = `v0:${String(headers['x-slack-request-timestamp'])}:${body}`;
  expect(headers['x-slack-signature']).toBe(`v0=${createHmac('sha256', SECRET).update(base).digest('hex')}`);
});

it('gives up after the third retry', async () => {
  app.receiver.answerNext(500, 500, 500, 500, 500);
  await say();
  expect(retries()).toHaveLength(4);
  expect(await deliveries()).toMatchObject([
    { state: 'failed', attempts: [{ status: 500 }, {}, {}, { retry: 3 }] },
  ]);
});

it('waits at once, a minute and five minutes before its retries, divided by the speed', async () => {
  await app.control.patch('/settings', { speed: 300 });
  app.receiver.answerNext(500, 500, 500);
  await say();
  const [first = 0, second = 0, third = 0, fourth = 0] = app.receiver.received.map(({ at }) => at);
  expect(second - first).toBeLessThan(third - second);
  expect(third - second).toBeGreaterThanOrEqual(195);
  expect(third - second).toBeLessThan(fourth - third);
  expect(fourth - third).toBeGreaterThanOrEqual(995);
});

it('counts silence as a timeout', async () => {
  await app.control.patch('/settings', { deadline: 150 });
  app.receiver.answerNext('silence');
  await say();
  expect(retries()[1]).toEqual(['1', 'http_timeout']);
  expect(await deliveries()).toMatchObject([
    { state: 'delivered', attempts: [{ status: null, reason: 'http_timeout' }, { status: 200 }] },
  ]);
});

it('counts a closed connection as a failed one', async () => {
  app.receiver.answerNext((response) => void response.socket?.destroy());
  await say();
  expect(retries()[1]).toEqual(['1', 'connection_failed']);
});

it('sends nothing again when the app asks for that', async () => {
  app.receiver.answerNext((response) => void response.writeHead(500, { 'x-slack-no-retry': '1' }).end());
  await say();
  expect(retries()).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: 'failed' }]);
});

it('lets no retry hold up the events behind it', async () => {
  await app.control.patch('/settings', { speed: 100 });
  app.receiver.answerNext(500, 500);
  await app.control.say('U0HANA', channel, 'first');
  await expect.poll(() => app.receiver.received.length).toBe(2);
  await app.control.say('U0HANA', channel, 'second');
  await expect.poll(() => app.receiver.events().at(-1)?.text).toBe('second');
  await expect(app.control.get('/idle?timeout=5')).rejects.toThrow('"outstanding":1');
  await app.control.idle();
  expect(app.receiver.events().map(({ text }) => text)).toEqual(['first', 'first', 'second', 'first']);
});

it('keeps a log of what became of every event', async () => {
  await say();
  expect(await deliveries()).toMatchObject([
    {
      type: 'message',
      channel,
      state: 'delivered',
      attempts: [{ retry: 0, status: 200, ms: expect.any(Number) }],
    },
  ]);
});

it('asks a new events URL for its challenge before it uses it', async () => {
  app.receiver.answerNext('challenge');
  const url = `${app.receiver.url}/new`;
  expect(await app.control.put('/events-url', { url, verify: true })).toEqual({ url });
  expect(app.receiver.received[0]?.envelope).toMatchObject({
    type: 'url_verification',
    challenge: expect.any(String),
  });
  const { headers, body } = app.receiver.request(0);
  const base = `v0:${String(headers['x-slack-request-timestamp'])}:${body}`;
  expect(headers['x-slack-signature']).toBe(`v0=${createHmac('sha256', SECRET).update(base).digest('hex')}`);
});

it('keeps the old events URL when the new one does not answer with the challenge', async () => {
  const wrong = app.control.put('/events-url', { url: `${app.receiver.url}/new`, verify: true });
  await expect(wrong).rejects.toThrow('without the challenge');
  expect(await app.control.get('/state')).toMatchObject({ events_url: app.receiver.url });
});
