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
