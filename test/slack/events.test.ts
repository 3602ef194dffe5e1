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

it('puts every event in an envelope', async () => {
  await app.control.say('U0HANA', channel, 'one');
  await app.control.say('U0HANA', channel, 'two');
  await arrived();
  const [first, second] = app.receiver.received.map(({ envelope }) => envelope);
  expect(first).toMatchObject({
    type: 'event_callback',
    team_id: 'T0TSUNAGI',
    api_app_id: 'A0TSUNAGI',
    event_id: expect.stringMatching(/^Ev[0-9A-Z]+$/),
    authorizations: [{ team_id: 'T0TSUNAGI', user_id: 'U0BOT', is_bot: true }],
    is_ext_shared_channel: false,
  });
  expect(Math.abs(Number(first?.event_time) - Date.now() / 1000)).toBeLessThan(5);
  expect(second?.event_id).not.toBe(first?.event_id);
});

it('tells what a person says, escaped, with the id their client gave it', async () => {
  const ts = await app.control.say('U0HANA', channel, 'a < b & b > c');
  const [event] = await arrived();
  expect(event).toMatchObject({
    type: 'message',
    user: 'U0HANA',
    text: 'a &lt; b &amp; b &gt; c',
    ts,
    event_ts: ts,
    ...place,
  });
  expect(event?.client_msg_id).toMatch(/^[0-9a-f-]{36}$/);
  expect(event).not.toHaveProperty('bot_id');
  expect(event).not.toHaveProperty('subtype');
});

it('tells the app’s own posts too: by bot_id and app_id, not by a subtype', async () => {
  await app.post('plain');
  await app.post('named', { username: 'Hana (web)' });
  const [plain, named] = await arrived();
  const own = { bot_id: 'B0TSUNAGI', app_id: 'A0TSUNAGI' };
  expect(plain).toMatchObject({ text: 'plain', user: 'U0BOT', ...own });
  expect(plain).not.toHaveProperty('subtype');
  expect(named).toMatchObject({ text: 'named', subtype: 'bot_message', username: 'Hana (web)', ...own });
  expect(named).not.toHaveProperty('client_msg_id');
});

it('tells another app’s post by that app’s ids', async () => {
  await app.control.say('U0DEPLOY', channel, 'deployed');
  expect(await arrived()).toMatchObject([{ bot_id: 'B0DEPLOY', app_id: 'A0DEPLOY', user: 'U0DEPLOY' }]);
});

it('leaves metadata out, unless the manifest names its type', async () => {
  const metadata = { event_type: 'tsunagi_message', event_payload: { id: 'M1' } };
  await app.post('a', { metadata });
  await app.control.patch('/settings', { metadata_events: ['tsunagi_message'] });
  await app.post('b', { metadata });
  const [without, kept] = await arrived();
  expect(without).not.toHaveProperty('metadata');
  expect(kept).toMatchObject({ metadata });
});

it('tells who changed their name', async () => {
  await app.control.patch('/users/U0HANA', { display_name: 'はな' });
  expect(await arrived()).toMatchObject([
    { type: 'user_change', user: { id: 'U0HANA', profile: { display_name: 'はな' } } },
  ]);
});

it('tells that a channel was renamed and archived, and that the bot joined', async () => {
  await app.control.post('/channels', { id: 'C0NEW', name: 'new', is_member: false });
  await app.client.conversations.join({ channel: 'C0NEW' });
  await app.control.patch('/channels/C0NEW', { name: 'newer', is_archived: true });
  expect((await arrived()).map(({ type, subtype }) => subtype ?? type)).toEqual([
    'channel_created',
    'member_joined_channel',
    'channel_join',
    'channel_rename',
    'channel_name',
    'channel_archive',
    'channel_archive',
  ]);
});

it('tells nothing of what is said in a channel the bot is not in', async () => {
  await app.control.post('/channels', { id: 'C0NEW', name: 'new', is_member: false });
  await app.control.say('U0HANA', 'C0NEW', 'among us');
  expect(await arrived()).toMatchObject([{ type: 'channel_created' }]);
});

it('sends an event nothing here would cause, when asked to', async () => {
  const { event_id } = await app.control.post('/events', { event: { type: 'pin_added', user: 'U0HANA' } });
  expect(await arrived()).toEqual([{ type: 'pin_added', user: 'U0HANA' }]);
  expect(app.receiver.received[0]?.envelope.event_id).toBe(event_id);
});
