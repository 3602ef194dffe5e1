import { expect, it } from 'vitest';
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
