import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const refused = (error: string) => ({ data: { ok: false, error } });

/** The events that arrived once everything was delivered, by their time. */
async function arrived(): Promise<Record<string, unknown>[]> {
  await app.control.idle();
  return app.receiver.events().toSorted((one, other) => Number(one.event_ts) - Number(other.event_ts));
}

it('tells who renamed themself, and answers with the new name from then on', async () => {
  await app.control.patch('/users/U0HANA', { display_name: 'はな', picture: 'https://example.com/h.png' });
  const profile = { display_name: 'はな', image_72: 'https://example.com/h.png', real_name: 'Hana Suzuki' };
  expect(await arrived()).toMatchObject([{ type: 'user_change', user: { id: 'U0HANA', profile } }]);
  expect(await app.client.users.info({ user: 'U0HANA' })).toMatchObject({ user: { profile } });
});

it('tells who left the workspace, and who came', async () => {
  await app.control.patch('/users/U0KEN', { deleted: true });
  await app.control.post('/users', { id: 'U0MEI', name: 'mei' });
  expect(await arrived()).toMatchObject([
    { type: 'user_change', user: { id: 'U0KEN', deleted: true } },
    { type: 'team_join', user: { id: 'U0MEI', name: 'mei' } },
  ]);
  expect(await app.client.users.info({ user: 'U0KEN' })).toMatchObject({ user: { deleted: true } });
});

it('knows who runs the workspace, and that this may change', async () => {
  const runsIt = async (user: string) => (await app.client.users.info({ user })).user?.is_admin;
  expect([await runsIt('U0HANA'), await runsIt('U0KEN')]).toEqual([true, false]);
  await app.control.patch('/users/U0KEN', { is_admin: true });
  await app.control.patch('/users/U0HANA', { is_admin: false });
  expect([await runsIt('U0HANA'), await runsIt('U0KEN')]).toEqual([false, true]);
});

it('lists everybody, page by page, Slackbot among them', async () => {
  const all = await app.client.users.list({});
  expect(all.members?.map(({ id }) => id)).toEqual(['U0BOT', 'U0DEPLOY', 'U0HANA', 'U0KEN', 'USLACKBOT']);
  const first = await app.client.users.list({ limit: 3 });
  const cursor = String(first.response_metadata?.next_cursor);
  const second = await app.client.users.list({ limit: 3, cursor });
  expect(second.members?.map(({ id }) => id)).toEqual(['U0KEN', 'USLACKBOT']);
  expect(second.response_metadata?.next_cursor).toBe('');
});

it('knows who is in a channel, page by page', async () => {
  await app.control.delete('/channels/C0LOBBY/members/U0KEN');
  const first = await app.client.conversations.members({ channel: 'C0LOBBY', limit: 2 });
  expect(first.members).toEqual(['U0BOT', 'U0DEPLOY']);
  const cursor = String(first.response_metadata?.next_cursor);
  const second = await app.client.conversations.members({ channel: 'C0LOBBY', cursor });
  expect(second).toMatchObject({ members: ['U0HANA'], response_metadata: { next_cursor: '' } });
});

it('knows bots by their own ids', async () => {
  expect(await app.client.bots.info({ bot: 'B0DEPLOY' })).toMatchObject({
    bot: { id: 'B0DEPLOY', app_id: 'A0DEPLOY', user_id: 'U0DEPLOY', name: 'Deploy', deleted: false },
  });
  await expect(app.client.bots.info({ bot: 'B0NONE' })).rejects.toMatchObject(refused('bot_not_found'));
});

it('knows its team', async () => {
  const team = { id: 'T0TSUNAGI', name: 'Tsunagi', domain: 'tsunagi' };
  expect(await app.client.team.info()).toMatchObject({ team });
  await expect(app.client.team.info({ team: 'T0OTHER' })).rejects.toMatchObject(refused('team_not_found'));
});

it('shows one person what nobody else sees, and keeps it out of history', async () => {
  const more = { channel: 'C0LOBBY', user: 'U0KEN', text: 'only you' };
  const { message_ts } = await app.client.chat.postEphemeral(more);
  expect(await app.control.get('/ephemerals?user=U0KEN')).toMatchObject({
    ephemerals: [{ ...more, ts: message_ts, from: 'tsunagi' }],
  });
  expect(await app.control.get('/ephemerals?user=U0HANA')).toEqual({ ephemerals: [] });
  expect([await app.stored(), await arrived()]).toEqual([[], []]);
});

it('shows nothing to who is not in the channel', async () => {
  await app.control.delete('/channels/C0LOBBY/members/U0KEN');
  const call = app.client.chat.postEphemeral({ channel: 'C0LOBBY', user: 'U0KEN', text: 'only you' });
  await expect(call).rejects.toMatchObject(refused('user_not_in_channel'));
});
