import type { ServerResponse } from 'node:http';
import { expect, it, vi } from 'vitest';
import { useSlack } from './fixture.ts';
import { record } from './receiver.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const say = (text: string, to = channel) => app.control.say('U0HANA', to, text);
const arrived = async () => {
  await app.control.idle();
  return app.receiver.received;
};
const texts = async () => (await arrived()).map(({ event }) => event.text);

it('sends each event again, as a retry of the same event', async () => {
  await app.control.fault({ fault: 'duplicate', copies: 2, times: 'always' });
  await say('a');
  await say('b');
  const all = await arrived();
  expect(all).toHaveLength(6);
  expect(new Set(all.map(({ envelope }) => envelope.event_id)).size).toBe(2);
  const retries = all.map(({ headers }) => headers['x-slack-retry-num'] ?? '0').filter((num) => num !== '0');
  expect([retries.length, new Set(retries)]).toEqual([4, new Set(['1', '2'])]);
});

it('keeps events back and sends the last first', async () => {
  await app.control.fault({ fault: 'reorder', hold: 3 });
  await say('a');
  await say('b');
  expect(await texts()).toEqual([]);
  expect(await app.control.get('/idle')).toMatchObject({ idle: true, held: 2 });
  await say('c');
  await arrived();
  const { events } = await app.control.get('/events');
  expect(await texts()).toEqual(['c', 'b', 'a']);
  expect(Array.isArray(events) && events.map((event) => record(event).state)).toEqual(
    Array(3).fill('delivered'),
  );
  await say('d');
  expect(await texts()).toHaveLength(4);
});

it('sends what it kept back when faults are cleared', async () => {
  await app.control.fault({ fault: 'reorder', hold: 9 });
  await say('a');
  await app.control.delete('/faults');
  expect(await texts()).toEqual(['a']);
});

it('keeps back only the channel it was told', async () => {
  await app.control.fault({ fault: 'reorder', hold: 2, channel });
  await say('a');
  await say('elsewhere', 'C0RANDOM');
  expect(await texts()).toEqual(['elsewhere']);
});

it('delivers an edit before its message', async () => {
  await app.control.fault({ fault: 'reorder', hold: 2 });
  const ts = await say('first');
  await app.control.patch(`/channels/${channel}/messages/${ts}`, { user: 'U0HANA', text: 'second' });
  expect((await arrived()).map(({ event }) => event.subtype)).toEqual(['message_changed', undefined]);
});

it('drops an event', async () => {
  await app.control.fault({ fault: 'drop' });
  await say('lost');
  await say('kept');
  expect(await texts()).toEqual(['kept']);
});

it('strikes events of the type it was told, with or without a subtype', async () => {
  await app.control.fault({ fault: 'drop', type: 'message.message_deleted' });
  await app.control.fault({ fault: 'drop', type: 'message', times: 'always', channel: 'C0RANDOM' });
  const ts = await say('a');
  await app.control.delete(`/channels/${channel}/messages/${ts}?user=U0HANA`);
  await say('b', 'C0RANDOM');
  expect(await texts()).toEqual(['a']);
});

it('delays an event, and not the next', async () => {
  await app.control.fault({ fault: 'delay', ms: 250 });
  await say('late');
  await say('soon');
  expect(await texts()).toEqual(['soon', 'late']);
});

it('tells one gesture as two events', async () => {
  await app.control.fault({ fault: 'twin' });
  const ts = await say('a');
  const [first, second] = await arrived();
  expect(second?.event.client_msg_id).toBe(first?.event.client_msg_id);
  expect(first?.event.client_msg_id).toEqual(expect.any(String));
  expect(second?.envelope.event_id).not.toBe(first?.envelope.event_id);
  expect(second?.event.ts).not.toBe(first?.event.ts);
  expect(await app.stored()).toMatchObject([{ ts }]);
});

it('repeats an event without saying that it is a retry, when told so', async () => {
  await app.control.fault({ fault: 'duplicate', copies: 1, bare: true });
  await say('a');
  const [first, second] = await arrived();
  expect(second?.envelope).toEqual(first?.envelope);
  expect(second?.headers).not.toHaveProperty('x-slack-retry-num');
});

it('repeats an event while the first is still being answered', async () => {
  await app.control.fault({ fault: 'duplicate', copies: 3 });
  app.receiver.answerNext((response) => void setTimeout(() => response.end(), 400));
  await say('a');
  await expect.poll(() => app.receiver.received.length).toBe(4);
  const { events } = await app.control.get('/events');
  const [delivery] = Array.isArray(events) ? events.map(record) : [];
  expect(delivery).toMatchObject({ state: 'pending' });
  const retries = (await arrived()).map(({ headers }) => headers['x-slack-retry-num'] ?? '0');
  expect(new Set(retries)).toEqual(new Set(['0', '1', '2', '3']));
});

it('repeats an event later, when told how much', async () => {
  // Each wait as it is asked for: how long it takes is the machine's affair.
  const waits = vi.spyOn(globalThis, 'setTimeout');
  await app.control.fault({ fault: 'duplicate', copies: 2, ms: 137 });
  await say('a');
  expect(await arrived()).toHaveLength(3);
  expect(waits.mock.calls.map(([, ms]) => ms).filter((ms) => ms === 137 || ms === 274)).toEqual([137, 274]);
  waits.mockRestore();
});

it('sends events all at once, when there are enough of them', async () => {
  await app.control.fault({ fault: 'burst', hold: 50 });
  let open = 0;
  let most = 0;
  const slowly = (response: ServerResponse) => {
    most = Math.max(most, (open += 1));
    setTimeout(() => {
      open -= 1;
      response.end();
    }, 200);
  };
  app.receiver.answerNext(...Array.from({ length: 50 }, () => slowly));
  for (let count = 1; count < 50; count += 1) await say(`${count}`);
  expect(await texts()).toEqual([]);
  await say('50');
  expect(await texts()).toHaveLength(50);
  expect(most).toBe(50);
});

it('keeps events back until they are let go', async () => {
  await app.control.fault({ fault: 'hold', channel });
  for (const text of ['a', 'b', 'c']) await say(text);
  await say('elsewhere', 'C0RANDOM');
  expect(await texts()).toEqual(['elsewhere']);
  expect(await app.control.post('/release', {})).toEqual({ released: 3 });
  expect(await texts()).toEqual(['elsewhere', 'a', 'b', 'c']);
  await say('d');
  expect((await texts()).at(-1)).toBe('d');
});

it.each([
  [{ order: 'reversed' }, ['e', 'd', 'c', 'b', 'a']],
  [{ order: 'shuffled', seed: 7 }, ['d', 'b', 'e', 'c', 'a']],
])('lets events go in the order it is told: %j', async (how, order) => {
  await app.control.fault({ fault: 'hold' });
  for (const text of ['a', 'b', 'c', 'd', 'e']) await say(text);
  await app.control.post('/release', how);
  expect(await texts()).toEqual(order);
});

it('delivers a deletion before its message', async () => {
  await app.control.fault({ fault: 'reorder', hold: 2 });
  const ts = await say('soon gone');
  await app.control.delete(`/channels/${channel}/messages/${ts}?user=U0HANA`);
  expect((await arrived()).map(({ event }) => event.subtype)).toEqual(['message_deleted', undefined]);
});

it('lets events pass before it strikes, when told how many', async () => {
  await app.control.fault({ fault: 'drop', after: 1 });
  for (const text of ['a', 'b', 'c']) await say(text);
  expect(new Set(await texts())).toEqual(new Set(['a', 'c']));
});

it('wraps an event as it is told: of a foreign team, or in no envelope of an event at all', async () => {
  const event = { type: 'message', channel, text: 'from afar' };
  const foreign = { team_id: 'T0FOREIGN', api_app_id: 'A0FOREIGN', event_id: 'Ev0SAME' };
  await app.control.post('/events', { event, envelope: foreign });
  await app.control.idle();
  await app.control.post('/events', {
    event: { type: 'none' },
    envelope: { type: 'app_rate_limited', minute_rate_limited: 1_518_467_820 },
  });
  const [first, second] = await arrived();
  expect(first?.envelope).toMatchObject({ ...foreign, event });
  expect(second?.envelope).toMatchObject({ type: 'app_rate_limited', minute_rate_limited: 1_518_467_820 });
});

it('tells and stores one gesture as two messages, when told so', async () => {
  await app.control.fault({ fault: 'twin', stored: true });
  await say('a');
  const [first, second] = (await arrived()).map(({ event }) => event);
  const { messages } = await app.client.conversations.history({ channel });
  expect(new Set(messages?.map(({ ts }) => ts))).toEqual(new Set([first?.ts, second?.ts]));
  expect(new Set(messages?.map((one) => one.client_msg_id)).size).toBe(1);
});

it('makes twins of what people type alone', async () => {
  await app.control.fault({ fault: 'twin', stored: true });
  await app.client.chat.postMessage({ channel, text: 'the bot’s' });
  const ts = await say('a');
  await app.control.patch(`/channels/${channel}/messages/${ts}`, { user: 'U0HANA', text: 'b' });
  expect(await app.stored()).toMatchObject([{ text: 'the bot’s' }, { text: 'b' }, { text: 'a' }]);
});
