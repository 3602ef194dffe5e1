import { afterEach, beforeEach, expect, it } from 'vitest';
import { slackDesk } from '../../scripts/client/slack-desk.ts';
import { type Receiver, startReceiver } from '../slack/receiver.ts';
import { type Slack, startSlack } from '../slack/server.ts';

const secrets = { signingSecret: 'a-secret', botToken: 'xoxb-a-token' };
const workspaces = [
  {
    id: 'T0PARTNER',
    token: 'xoxb-partner',
    channels: [{ id: 'C0DESK', name: 'desk' }],
    users: [{ id: 'U0MEI', name: 'mei' }],
  },
];
let slack: Slack;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver(secrets.signingSecret);
  slack = await startSlack({ ...secrets, workspaces, eventsUrl: receiver.url, speed: 6000 });
});
afterEach(async () => {
  await slack.stop();
  await receiver.stop();
});

const lobby = 'C0LOBBY';
const told = () => receiver.events().map(({ type, subtype }) => subtype ?? type);

it('does what people do at Slack', async () => {
  const desk = slackDesk(slack.url);
  const root = await desk.say('U0HANA', lobby, 'root');
  await desk.say('U0KEN', lobby, 'aloud', root, true);
  await desk.edit('U0HANA', lobby, root, 'root, edited');
  await desk.react('U0KEN', lobby, root, '+1');
  await desk.react('U0KEN', lobby, root, 'tada');
  await desk.unreact('U0KEN', lobby, root, '+1');
  const shared = await desk.share('U0HANA', lobby, { name: 'a.txt', size: 3 }, 'a file');
  await desk.touch(lobby, shared);
  await desk.remove('U0HANA', lobby, shared);
  await desk.rename('U0HANA', 'はな');
  await desk.channel(lobby, { is_archived: true });
  await desk.quiet();
  expect(await desk.posts(lobby)).toMatchObject([
    { ts: root, text: 'root, edited', edited: { user: 'U0HANA' }, reactions: [{ name: 'tada' }] },
    { text: 'aloud', subtype: 'thread_broadcast', thread_ts: root },
    { subtype: 'channel_archive' },
  ]);
  expect(told()).toEqual(
    expect.arrayContaining(['reaction_removed', 'file_share', 'message_deleted', 'user_change']),
  );
  expect((await desk.everything())[lobby]).toEqual(await desk.posts(lobby));
});

it('types commands, and sees what was answered', async () => {
  const desk = slackDesk(slack.url);
  receiver.answerNext((response) => void response.end('done'));
  expect(await desk.command('U0HANA', lobby, '/tsunagi status')).toMatchObject({ state: 'answered' });
  expect(await desk.whispers('U0HANA', lobby)).toMatchObject([{ text: 'done' }]);
});

it('holds events and lets them go', async () => {
  const desk = slackDesk(slack.url);
  await desk.fail({ fault: 'hold' });
  for (const text of ['a', 'b']) await desk.say('U0HANA', lobby, text);
  await desk.release({ order: 'reversed' });
  await desk.quiet();
  await desk.send({ type: 'pin_added' }, { team_id: 'T0FOREIGN' });
  await desk.quiet();
  expect(receiver.events().map(({ text, type }) => text ?? type)).toEqual(['b', 'a', 'pin_added']);
  expect(receiver.request(2).envelope.team_id).toBe('T0FOREIGN');
});

it('lets calls fail until it mends them, and sees each', async () => {
  const desk = slackDesk(slack.url);
  const call = () => fetch(`${slack.apiUrl}auth.test?token=${secrets.botToken}`);
  await desk.fail({ fault: 'rate_limited', retry_after: 30 });
  const statuses = [(await call()).status, (await call()).status];
  await desk.mend();
  expect([...statuses, (await call()).status]).toEqual([429, 429, 200]);
  expect(await desk.calls()).toMatchObject([{ retry_after: 30 }, { violation: true }, { status: 200 }]);
  await desk.set({ speed: 5 });
  await desk.reset();
  expect(await desk.calls()).toEqual([]);
});

it('sits in another workspace, when told so', async () => {
  const desk = slackDesk(slack.url).in('T0PARTNER');
  await desk.say('U0MEI', 'C0DESK', 'hello');
  expect(await desk.posts('C0DESK')).toMatchObject([{ user: 'U0MEI', text: 'hello' }]);
  await expect(desk.posts(lobby)).rejects.toThrow(/no channel .*C0LOBBY/);
  expect(await desk.control('GET', 'state')).toMatchObject({ team: { id: 'T0PARTNER' } });
});
