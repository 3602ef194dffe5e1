import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const refused = (error: string) => ({ data: { ok: false, error } });

/** The events that arrived once everything was delivered, by their time. */
async function arrived(): Promise<Record<string, unknown>[]> {
  await app.control.idle();
  return app.receiver.events().toSorted((one, other) => Number(one.event_ts) - Number(other.event_ts));
}

it('tells a new name by an event and by a line in the channel', async () => {
  await app.control.patch('/channels/C0LOBBY', { name: 'entrance', user: 'U0KEN' });
  expect(await arrived()).toMatchObject([
    { type: 'channel_rename', channel: { id: channel, name: 'entrance', is_channel: true } },
    { type: 'message', subtype: 'channel_name', user: 'U0KEN', name: 'entrance', old_name: 'lobby' },
  ]);
  expect(await app.client.conversations.info({ channel })).toMatchObject({
    channel: { name: 'entrance', previous_names: ['lobby'] },
  });
});

it('tells that a channel was archived, and that it was opened again', async () => {
  await app.control.patch('/channels/C0LOBBY', { is_archived: true, user: 'U0KEN' });
  await expect(app.post('late')).rejects.toMatchObject(refused('is_archived'));
  await app.control.patch('/channels/C0LOBBY', { is_archived: false });
  expect(await app.post('in time')).toMatchObject({ ok: true });
  expect((await arrived()).slice(0, 4)).toMatchObject([
    { type: 'channel_archive', channel, user: 'U0KEN' },
    { type: 'message', subtype: 'channel_archive' },
    { type: 'channel_unarchive', channel, user: 'U0HANA' },
    { type: 'message', subtype: 'channel_unarchive' },
  ]);
});

it('updates nothing in an archived channel', async () => {
  const { ts } = await app.post('before');
  await app.control.patch('/channels/C0LOBBY', { is_archived: true });
  const update = app.client.chat.update({ channel, ts: String(ts), text: 'after' });
  await expect(update).rejects.toMatchObject(refused('is_inactive'));
});

it('tells the bot that it was removed, then nothing more, and refuses its posts', async () => {
  await app.control.delete('/channels/C0LOBBY/members/U0BOT?by=U0HANA');
  await app.control.say('U0HANA', channel, 'among us');
  const place = { channel, channel_type: 'C', team: 'T0TSUNAGI' };
  expect(await arrived()).toMatchObject([
    { type: 'member_left_channel', user: 'U0BOT', ...place },
    { type: 'channel_left', channel, actor_id: 'U0HANA' },
  ]);
  await expect(app.post('me too')).rejects.toMatchObject(refused('not_in_channel'));
  for (const method of ['conversations.history', 'conversations.replies'])
    await expect(app.client.apiCall(method, { channel, ts: '1.000000' })).rejects.toMatchObject(
      refused('not_in_channel'),
    );
});

it('tells the bot that it was invited, and by whom', async () => {
  await app.control.post('/channels', { id: 'C0NEW', name: 'new', is_member: false });
  await app.control.put('/channels/C0NEW/members/U0BOT?by=U0KEN', {});
  expect((await arrived()).slice(1)).toMatchObject([
    { type: 'member_joined_channel', user: 'U0BOT', channel: 'C0NEW', inviter: 'U0KEN' },
    { subtype: 'channel_join', user: 'U0BOT', inviter: 'U0KEN' },
  ]);
  expect(await app.post('thanks', { channel: 'C0NEW' })).toMatchObject({ ok: true });
});

it('tells who else comes and goes where the bot is', async () => {
  await app.control.delete('/channels/C0LOBBY/members/U0KEN');
  await app.control.put('/channels/C0LOBBY/members/U0KEN', {});
  expect((await arrived()).map(({ type, subtype, user }) => [subtype ?? type, user])).toEqual([
    ['member_left_channel', 'U0KEN'],
    ['channel_leave', 'U0KEN'],
    ['member_joined_channel', 'U0KEN'],
    ['channel_join', 'U0KEN'],
  ]);
});

it('tells that a channel was deleted, and does not know it any more', async () => {
  await app.control.delete('/channels/C0LOBBY?user=U0KEN');
  expect(await arrived()).toMatchObject([{ type: 'channel_deleted', channel, actor_id: 'U0KEN' }]);
  for (const method of ['conversations.info', 'conversations.history'])
    await expect(app.client.apiCall(method, { channel })).rejects.toMatchObject(refused('channel_not_found'));
  await expect(app.post('anybody?')).rejects.toMatchObject(refused('channel_not_found'));
});

it('has names of its own for what happens to private channels', async () => {
  await app.control.post('/channels', { id: 'C0BOARD', name: 'board', is_private: true });
  await app.control.say('U0HANA', 'C0BOARD', 'psst');
  await app.control.patch('/channels/C0BOARD', { name: 'circle', is_archived: true });
  await app.control.patch('/channels/C0BOARD', { is_archived: false });
  await app.control.patch('/channels/C0BOARD', { is_member: false });
  expect((await arrived()).map(({ type, subtype }) => subtype ?? type)).toEqual([
    'message',
    'group_rename',
    'group_name',
    'group_archive',
    'group_archive',
    'group_unarchive',
    'group_unarchive',
    'member_left_channel',
    'group_left',
  ]);
  expect(app.receiver.events().find(({ text }) => text === 'psst')).toMatchObject({ channel_type: 'group' });
});

it('tells of a public channel what it is called, wherever the bot is; of a private one nothing', async () => {
  await app.control.post('/channels', { id: 'C0OPEN', name: 'open', is_member: false });
  await app.control.post('/channels', { id: 'C0BOARD', name: 'board', is_private: true, is_member: false });
  for (const id of ['C0OPEN', 'C0BOARD']) await app.control.patch(`/channels/${id}`, { name: 'other' });
  expect((await arrived()).map(({ type }) => type)).toEqual(['channel_created', 'channel_rename']);
});

it('marks channels that are shared with another organization, in the channel and around its events', async () => {
  await app.control.patch('/channels/C0LOBBY', { is_ext_shared: true });
  await app.control.say('U0HANA', channel, 'to all of you');
  await app.control.say('U0HANA', 'C0RANDOM', 'among us');
  await arrived();
  const marks = app.receiver.received.map(({ envelope, event }) => [
    event.channel,
    envelope.is_ext_shared_channel,
  ]);
  expect(marks).toEqual(
    expect.arrayContaining([
      ['C0LOBBY', true],
      ['C0RANDOM', false],
    ]),
  );
  const { channel: found } = await app.client.conversations.info({ channel, include_num_members: true });
  expect(found).toMatchObject({ is_ext_shared: true, is_shared: true });
});

it('counts the members of a channel for who asks', async () => {
  const asked = await app.client.conversations.info({ channel, include_num_members: true });
  expect(asked.channel).toMatchObject({ num_members: 4 });
  const notAsked = await app.client.conversations.info({ channel });
  expect(notAsked.channel).not.toHaveProperty('num_members');
});
