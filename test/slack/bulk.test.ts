import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';
import { record } from './receiver.ts';

const app = useSlack();
const channel = 'C0LOBBY';

/** What the slowest of these may take, several times over: what grows with the square takes minutes. */
const PATIENCE = 15_000;

/** Milliseconds this process has computed: who else is at work on the machine does not count. */
const spent = (): number => process.cpuUsage().user / 1000;

/** Every second message is in the first channel. */
const busy = (number: number): string => ids[number % 2 === 0 ? 0 : 1 + ((number >> 1) % 19)] ?? '';

const ids = Array.from({ length: 20 }, (_, number) => `C0BULK${number}`);

it('does many things in one request, in order', async () => {
  const said = { user: 'U0HANA', channel };
  const { answers } = await app.control.post('/batch', {
    requests: [
      { path: '/channels', body: { id: 'C0NEW', name: 'new' } },
      { path: '/messages', body: { ...said, text: 'one' } },
      { path: '/messages', body: { ...said, text: 'two' } },
      { method: 'GET', path: '/channels/C0LOBBY/messages' },
    ],
  });
  expect(answers).toMatchObject([
    { channel: { id: 'C0NEW' } },
    { message: { text: 'one' } },
    { message: { text: 'two' } },
    { messages: [{ text: 'one' }, { text: 'two' }] },
  ]);
});

it('ends a batch with the first request that is refused, and says which', async () => {
  const said = { user: 'U0HANA', channel, text: 'one' };
  const requests = [
    { path: '/messages', body: said },
    { path: '/messages', body: { ...said, user: 'U0NOBODY' } },
    { path: '/messages', body: said },
  ];
  await expect(app.control.post('/batch', { requests })).rejects.toThrow(/^Request 1: .*no user "U0NOBODY"/);
  expect(await app.stored()).toHaveLength(1);
});

it('shows all that was said, replies and metadata included, to who checks', async () => {
  const metadata = { event_type: 'tsunagi_message', event_payload: { id: 'M1' } };
  const root = await app.control.say('U0HANA', channel, 'root');
  await app.post('reply', { thread_ts: root, metadata });
  await app.post('elsewhere', { channel: 'C0RANDOM' });
  const { messages } = await app.control.get('/state');
  expect(messages).toMatchObject({
    C0LOBBY: [
      { text: 'root', reply_count: 1 },
      { text: 'reply', metadata },
    ],
    C0RANDOM: [{ text: 'elsewhere' }],
  });
  expect(await app.control.get('/state?messages=none')).not.toHaveProperty('messages');
});

it('shows of a channel what was said since', async () => {
  await app.control.say('U0HANA', channel, 'before');
  const since = await app.control.say('U0HANA', channel, 'then');
  await app.control.say('U0HANA', channel, 'after');
  const { messages } = await app.control.get(`/channels/C0LOBBY/messages?since=${since}`);
  expect(messages).toMatchObject([{ text: 'then' }, { text: 'after' }]);
});

it('keeps 10,000 messages in 20 channels and is as quick at the end', { timeout: 4 * PATIENCE }, async () => {
  await app.control.patch('/settings', { subscriptions: [] });
  await app.control.post('/batch', {
    requests: ids.map((id) => ({ path: '/channels', body: { id, name: id.toLowerCase() } })),
  });
  let thread_ts: string | undefined;
  for (let round = 0; round < 10; round += 1) {
    const requests = Array.from({ length: 1000 }, (_, number) => {
      const body = { user: 'U0HANA', channel: busy(number), text: `${round} ${number}` };
      const isReply = body.channel === 'C0BULK0' && thread_ts !== undefined;
      return { path: '/messages', body: { ...body, ...(isReply && { thread_ts }) } };
    });
    const begun = spent();
    const { answers } = await app.control.post('/batch', { requests });
    expect(spent() - begun).toBeLessThan(PATIENCE / 10);
    thread_ts ??= String(record((answers as unknown[])[0]).ts);
  }
  const { messages } = await app.control.get('/state');
  expect(Object.values(record(messages)).flat()).toHaveLength(10_000);
  expect(await pagesOf('C0BULK0', String(thread_ts))).toBe(5000 - 499);
});

/** How many messages a thread has, page by page. */
async function pagesOf(channel: string, ts: string): Promise<number> {
  let [count, cursor] = [0, ''];
  do {
    const asked = { channel, ts, limit: 100, include_all_metadata: true, ...(cursor && { cursor }) };
    const page = await app.client.conversations.replies(asked);
    count += page.messages?.length ?? 0;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return count;
}

it('is empty again at once after a reset', { timeout: 4 * PATIENCE }, async () => {
  const said = { user: 'U0HANA', channel, text: 'again' };
  const requests = Array.from({ length: 5000 }, () => ({ path: '/messages', body: said }));
  await app.control.patch('/settings', { deadline: 100 });
  await app.control.fault({ fault: 'hold' });
  await app.control.post('/batch', { requests });
  const begun = spent();
  await app.control.post('/reset');
  expect(await app.stored()).toEqual([]);
  expect(await app.control.get('/idle')).toEqual({ idle: true, outstanding: 0, held: 0 });
  expect(spent() - begun).toBeLessThan(500);
});

it('answers and tells a thousand posts of the app, each once', { timeout: 4 * PATIENCE }, async () => {
  // On a busy machine an answer may take longer than Slack waits for it: then it would rightly tell again.
  await app.control.patch('/settings', { deadline: PATIENCE });
  const begun = spent();
  for (let number = 0; number < 1000; number += 50)
    await Promise.all(Array.from({ length: 50 }, (_, more) => app.post(`${number + more}`)));
  await app.control.idle();
  expect(spent() - begun).toBeLessThan(PATIENCE);
  expect(await app.stored()).toHaveLength(1000);
  const told = app.receiver.events().map(({ text }) => text);
  expect([told.length, new Set(told).size]).toEqual([1000, 1000]);
});
