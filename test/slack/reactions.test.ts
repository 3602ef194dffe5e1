import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const refused = (error: string) => ({ data: { ok: false, error } });

it('adds the bot’s reaction beside a person’s, and takes back its own alone', async () => {
  const timestamp = await app.control.say('U0HANA', channel, 'done');
  await app.control.post(`/channels/C0LOBBY/messages/${timestamp}/reactions`, {
    user: 'U0KEN',
    name: 'tada',
  });
  await app.client.reactions.add({ channel, timestamp, name: 'tada' });
  expect(await app.stored()).toMatchObject([
    { reactions: [{ name: 'tada', users: ['U0KEN', 'U0BOT'], count: 2 }] },
  ]);
  await app.client.reactions.remove({ channel, timestamp, name: 'tada' });
  expect(await app.stored()).toMatchObject([{ reactions: [{ name: 'tada', users: ['U0KEN'], count: 1 }] }]);
});

it('leaves no empty reaction behind', async () => {
  const timestamp = await app.control.say('U0HANA', channel, 'done');
  await app.client.reactions.add({ channel, timestamp, name: '+1' });
  await app.client.reactions.remove({ channel, timestamp, name: '+1' });
  expect((await app.stored())[0]).not.toHaveProperty('reactions');
});

it('refuses the same reaction twice, and taking back what is not there', async () => {
  const timestamp = await app.control.say('U0HANA', channel, 'done');
  const none = app.client.reactions.remove({ channel, timestamp, name: 'tada' });
  await expect(none).rejects.toMatchObject(refused('no_reaction'));
  await app.client.reactions.add({ channel, timestamp, name: 'tada' });
  const twice = app.client.reactions.add({ channel, timestamp, name: 'tada' });
  await expect(twice).rejects.toMatchObject(refused('already_reacted'));
});

it.each([':tada:', '🎉', 'Tada'])('refuses the name %s', async (name) => {
  const timestamp = await app.control.say('U0HANA', channel, 'done');
  await expect(app.client.reactions.add({ channel, timestamp, name })).rejects.toMatchObject(
    refused('invalid_name'),
  );
});

it('refuses a reaction to a message that is not there', async () => {
  const add = app.client.reactions.add({ channel, timestamp: '1.000000', name: 'tada' });
  await expect(add).rejects.toMatchObject(refused('message_not_found'));
});

it('gives a message with its reactions', async () => {
  const timestamp = await app.control.say('U0HANA', channel, 'done');
  await app.control.post(`/channels/C0LOBBY/messages/${timestamp}/reactions`, { user: 'U0KEN', name: '+1' });
  await app.client.reactions.add({ channel, timestamp, name: 'tada' });
  const reactions = [
    { name: '+1', users: ['U0KEN'], count: 1 },
    { name: 'tada', users: ['U0BOT'], count: 1 },
  ];
  const permalink = `${app.slack.url}/archives/C0LOBBY/p${timestamp.replace('.', '')}`;
  expect(await app.client.reactions.get({ channel, timestamp })).toMatchObject({
    type: 'message',
    channel,
    message: { text: 'done', ts: timestamp, reactions, permalink },
  });
});

it.each([
  ['add', { timestamp: 'yesterday', name: 'tada', channel }, 'bad_timestamp'],
  ['add', { name: 'tada', channel }, 'no_item_specified'],
  ['get', { timestamp: '1700000000.000100' }, 'no_item_specified'],
  ['get', { timestamp: '1700000000.000100', channel }, 'message_not_found'],
  ['get', { timestamp: '1700000000.000100', channel: 'C0NOWHERE' }, 'channel_not_found'],
  ['remove', { timestamp: '1700000000.000100', name: 'tada', channel }, 'message_not_found'],
])('refuses reactions.%s of %j', async (method, args, error) => {
  const call = app.client.apiCall(`reactions.${method}`, args);
  await expect(call).rejects.toMatchObject(refused(error));
});

it('refuses a reaction to a tombstone, and in an archived channel', async () => {
  const timestamp = await app.control.say('U0HANA', channel, 'root');
  await app.control.say('U0KEN', channel, 'reply', { thread_ts: timestamp });
  await app.control.delete(`/channels/C0LOBBY/messages/${timestamp}?user=U0HANA`);
  const add = (ts: string) => app.client.reactions.add({ channel, timestamp: ts, name: 'tada' });
  await expect(add(timestamp)).rejects.toMatchObject(refused('message_not_found'));
  const other = await app.control.say('U0HANA', channel, 'another');
  await app.control.patch('/channels/C0LOBBY', { is_archived: true });
  await expect(add(other)).rejects.toMatchObject(refused('is_archived'));
});

it('knows only the emoji it was told of, in any skin', async () => {
  await app.control.patch('/settings', { emoji: ['wave'] });
  const timestamp = await app.control.say('U0HANA', channel, 'hi');
  const add = (name: string) => app.client.reactions.add({ channel, timestamp, name });
  await expect(add('tada')).rejects.toMatchObject(refused('invalid_name'));
  expect(await add('wave::skin-tone-3')).toMatchObject({ ok: true });
});

it('keeps a message’s reactions through an edit', async () => {
  const timestamp = await app.control.say('U0HANA', channel, 'before');
  await app.client.reactions.add({ channel, timestamp, name: 'tada' });
  const path = `/channels/C0LOBBY/messages/${timestamp}`;
  await app.control.patch(path, { user: 'U0HANA', text: 'after' });
  expect(await app.stored()).toMatchObject([{ text: 'after', reactions: [{ name: 'tada', count: 1 }] }]);
});
