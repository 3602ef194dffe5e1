import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const json = (value: unknown) => (response: ServerResponse) => void response.end(JSON.stringify(value));

/** The requests of webhooks, by the time of what was said; the app's own events are silenced. */
async function heard(): Promise<Record<string, unknown>[]> {
  await app.control.idle();
  const forms = app.receiver.received.map(({ envelope }) => envelope);
  return forms.toSorted((one, other) => Number(one.timestamp) - Number(other.timestamp));
}

async function hook(more: Record<string, unknown>): Promise<void> {
  await app.control.patch('/settings', { subscriptions: [] });
  await app.control.post('/webhooks', { token: 'a-token', ...more });
}

it('sends what is said in its channel, as a form without a signature', async () => {
  await hook({ channel });
  const ts = await app.control.say('U0HANA', channel, 'Hello & <you>');
  await app.control.say('U0HANA', 'C0RANDOM', 'elsewhere');
  expect(await heard()).toEqual([
    {
      token: 'a-token',
      team_id: 'T0TSUNAGI',
      team_domain: 'tsunagi',
      service_id: expect.any(String),
      channel_id: channel,
      channel_name: 'lobby',
      timestamp: ts,
      user_id: 'U0HANA',
      user_name: 'hana',
      text: 'Hello &amp; &lt;you&gt;',
    },
  ]);
  expect(app.receiver.request(0).headers).not.toHaveProperty('x-slack-signature');
});

it('sends what begins with a trigger word, in any public channel', async () => {
  await app.control.post('/channels', { id: 'C0BOARD', name: 'board', is_private: true });
  await hook({ trigger_words: ['bot:', 'Help'] });
  await app.control.say('U0HANA', channel, 'help me');
  await app.control.say('U0HANA', 'C0RANDOM', 'bot: hi');
  await app.control.say('U0HANA', channel, 'no bot: here');
  await app.control.say('U0HANA', 'C0BOARD', 'bot: psst');
  expect(await heard()).toMatchObject([
    { text: 'help me', trigger_word: 'Help' },
    { text: 'bot: hi', trigger_word: 'bot:', channel_name: 'random' },
  ]);
});

it('posts the answer in the channel, under its own name, and hears itself not', async () => {
  await hook({ channel, username: 'greeter' });
  app.receiver.answerNext(json({ text: 'Hello Hana' }));
  await app.control.say('U0HANA', channel, 'hi');
  await app.control.idle();
  const posted = { subtype: 'bot_message', username: 'greeter', text: 'Hello Hana' };
  const messages = await app.stored();
  expect(messages).toMatchObject([{ text: 'hi' }, posted]);
  expect(messages[1]).not.toHaveProperty('app_id');
  expect(messages[1]).not.toHaveProperty('user');
  expect(await heard()).toHaveLength(1);
});

it.each([
  ['another name', { text: 'a', username: 'somebody' }, [{ username: 'somebody' }]],
  ['an empty text', { text: '' }, []],
  ['no text', {}, []],
])('takes an answer with %s', async (_, answer, posted) => {
  await hook({ channel });
  app.receiver.answerNext(json(answer));
  await app.control.say('U0HANA', channel, 'hi');
  await app.control.idle();
  expect((await app.stored()).slice(1)).toMatchObject(posted);
});

it('takes no answer that is no JSON', async () => {
  await hook({ channel });
  app.receiver.answerNext((response) => void response.end('OK'));
  await app.control.say('U0HANA', channel, 'hi');
  await app.control.idle();
  expect(await app.stored()).toHaveLength(1);
});

it('tells what bots say as said by Slackbot', async () => {
  await hook({ channel });
  await app.post('from the web', { username: 'Mei (web)' });
  await app.control.say('U0DEPLOY', channel, 'deployed');
  expect(await heard()).toMatchObject([
    { user_id: 'USLACKBOT', user_name: 'slackbot', bot_id: 'B0TSUNAGI', bot_name: 'Mei (web)' },
    { user_id: 'USLACKBOT', user_name: 'slackbot', bot_id: 'B0DEPLOY' },
  ]);
});

it('says in which thread it was said, and nothing of what Slack writes itself', async () => {
  await hook({ channel });
  const root = await app.control.say('U0HANA', channel, 'root');
  await app.control.say('U0KEN', channel, 'reply', { thread_ts: root });
  await app.control.patch('/channels/C0LOBBY', { name: 'entrance' });
  expect(await heard()).toMatchObject([{ text: 'root' }, { text: 'reply', thread_ts: root }]);
});

it('sends again what was answered with an error', async () => {
  await hook({ channel });
  app.receiver.answerNext(500, 500, json({ text: 'at last' }));
  await app.control.say('U0HANA', channel, 'hi');
  expect(await heard()).toHaveLength(3);
  expect((await app.stored())[1]).toMatchObject({ text: 'at last' });
});

it('tells its answers as events of a bot that is not the app', async () => {
  await app.control.post('/webhooks', { channel, trigger_words: ['hi'], token: 'a-token' });
  app.receiver.answerNext(200, json({ text: 'Hello' }), json({ text: 'Hello' }));
  await app.control.say('U0HANA', channel, 'hi');
  await app.control.idle();
  const event = app.receiver.events().find(({ subtype }) => subtype === 'bot_message');
  expect(event).toMatchObject({ text: 'Hello', bot_id: expect.stringMatching(/^B0/) });
  expect(event).not.toHaveProperty('app_id');
});

it('signs when told to, and goes where it is told', async () => {
  await hook({ channel, signs: true, url: `${app.receiver.url}/hook` });
  await app.control.say('U0HANA', channel, 'hi');
  expect(await heard()).toHaveLength(1);
  expect(app.receiver.request(0)).toMatchObject({ signature: 'right', path: '/events/hook' });
});

it('ends when it is taken down, and with a reset', async () => {
  await hook({ channel });
  const { webhooks } = await app.control.get('/webhooks');
  const [{ id } = { id: '' }] = webhooks as { id: string }[];
  await app.control.delete(`/webhooks/${id}`);
  await app.control.say('U0HANA', channel, 'hi');
  expect(await heard()).toEqual([]);
  await hook({ channel });
  await app.control.post('/reset');
  expect(await app.control.get('/webhooks')).toEqual({ webhooks: [] });
});

it('needs a channel or trigger words', async () => {
  await expect(hook({})).rejects.toThrow('needs a channel, or trigger words, or both');
});
