import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerGreeting } from '../../../functions/answers/greeting.ts';
import { slackOver } from '../../../functions/bindings/slack-over.ts';
import { reply } from '../../../functions/components/reply.ts';
import { slackApply } from '../../../functions/components/slack-apply.ts';
import { slackReceive } from '../../../functions/components/slack-receive.ts';
import type { InboxEntry } from '../../../functions/model/inbox.ts';
import type { Message } from '../../../functions/model/message.ts';
import type { Slack } from '../../../functions/slack/port.ts';
import { SECRET, TOKEN, useSlack } from '../../slack/fixture.ts';
import { link, Memory, message, room } from '../memory.ts';

const ROUNDS = 1_000;
const app = useSlack();
const channel = 'C0LOBBY';
const origin = { room: 'lobby', message: 'm1', revision: 1, part: 1 };
const OURS = 'rooms/lobby/messages/m1';
const look = { text: 'Hello <@U0BOT>, hello', username: 'Alice (web)' };

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.set('rooms/lobby', room({ reply: 'always' }));
  memory.set('links/lobby', link({ team: 'T0TSUNAGI' }));
});

/** What Slack told of what was done there, as it came. */
async function told(act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = app.receiver.received.length;
  await act();
  await app.control.idle();
  return app.receiver.received.slice(before).map(({ body }) => body);
}

/** The same of another moment: no two rounds have an event or a `ts` in common. */
const inRound = (body: string, n: number): string =>
  body
    .replaceAll(/"(\d{10})\.(\d{6})"/g, (_, seconds, micro) => `"${Number(seconds) + n}.${micro}"`)
    .replace(/"event_id":"/, `"event_id":"Ev${n}x`);

/** Takes what Slack tells, applies it, and answers what came of it: the whole way back to where a reply would be posted. */
async function hear(body: string): Promise<void> {
  const now = new Date();
  const time = String(Math.floor(now.getTime() / 1_000));
  const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')}`;
  const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': signature };
  const ports = { secrets: () => [SECRET], hookTokens: () => [], answer: answerGreeting, now: () => now };
  const { status } = await memory.run(
    slackReceive(ports)({ method: 'POST', headers, body: Buffer.from(body) }),
  );
  expect(status).toBe(200);
  const before = new Set(memory.documents.keys());
  for (const path of before) {
    const [, id] = /^inbox\/(.+)$/.exec(path) ?? [];
    if (id === undefined) continue;
    await memory.run(apply({ id, entry: memory.get(path) as InboxEntry }));
    memory.documents.delete(path);
  }
  for (const path of memory.documents.keys()) {
    const [, id] = /^rooms\/lobby\/messages\/([^/]+)$/.exec(path) ?? [];
    if (id === undefined || before.has(path)) continue;
    const about = { answer: answerGreeting, rooms: memory.reading, messages: memory.reading };
    await memory.run(reply(about)({ room: 'lobby', id, message: memory.get(path) as Message }));
  }
}

/** What was said in the room meanwhile, and by whom. */
const said = (): string[] =>
  [...memory.documents.keys()]
    .filter((path) => path.startsWith('rooms/lobby/messages/') && path !== OURS)
    .map((path) => memory.get<Message>(path))
    .map((one) => `${one?.author.id}: ${one?.text}`);

let bot: Slack;
let apply: ReturnType<typeof slackApply>;
let ts: string;
beforeEach(async () => {
  bot = slackOver({ token: TOKEN, url: app.slack.apiUrl });
  apply = slackApply({ store: memory.reading, slackOf: () => bot });
  await app.control.patch('/settings', { pace: false });
  await told(async () => ({ ts } = await bot.post(channel, look, origin)));
  const at = new Date();
  memory.set(OURS, message({ at }));
  memory.set('mirrors/lobby-m1', {
    room: 'lobby',
    message: 'm1',
    at,
    team: 'T0TSUNAGI',
    channel,
    ts,
    parts: [ts],
    wanted: 1,
    sent: 1,
    state: 'sent',
    attempts: 0,
    lease: 1,
  });
});

describe('what we do in Slack', () => {
  const bare = { metadata_events: [], message_replied: 'bare' };
  const thread = () => bot.post(channel, look, { ...origin, message: 'm2' }, ts);
  it.each([
    ['a post', () => bot.post(channel, look, { ...origin, message: 'm2' })],
    ['an answer in a thread', thread],
    [
      'an answer in a thread, of whose root Slack tells, too',
      () => app.control.patch('/settings', bare).then(thread),
    ],
    ['a post without our metadata', () => app.control.patch('/settings', bare).then(() => app.post('hello'))],
    ['an edit', () => bot.update(channel, ts, { ...look, text: 'hello again' }, origin)],
    [
      'a post with a preview',
      () =>
        app.control.post(`/channels/${channel}/messages/${ts}/unfurl`, {
          url: 'https://example.com',
          title: 'hello',
        }),
    ],
    ['a post that is told again', () => app.control.post(`/channels/${channel}/messages/${ts}/touch`)],
    ['a deletion', () => bot.remove(channel, ts)],
    [
      'a post of which Slack does not say whose it is',
      () =>
        app.control.post('/events', {
          event: {
            type: 'message',
            subtype: 'bot_message',
            channel,
            bot_id: 'B0TSUNAGI',
            text: 'hello',
            ts: '1700000000.000100',
          },
        }),
    ],
    ['a reaction', () => bot.react(channel, ts, 'tada')],
  ])(`comes to nothing, were it told ${ROUNDS} times: %s`, async (_, act) => {
    const bodies = await told(act);
    expect(bodies).not.toEqual([]);
    const before = [...memory.documents.keys()];
    for (let n = 0; n < ROUNDS; n += 1) for (const body of bodies) await hear(inRound(body, n));
    expect([...memory.documents.keys()]).toEqual(before);
  });
});

describe('another bot', () => {
  it(`is heard and never answered, though it posts ${ROUNDS} times`, async () => {
    const [body = ''] = await told(() => app.control.say('U0DEPLOY', channel, 'hello'));
    for (let n = 0; n < ROUNDS; n += 1) await hear(inRound(body, n));
    expect(said()).toEqual(Array.from({ length: ROUNDS }, () => 'T0TSUNAGI-B0DEPLOY: hello'));
  });
});

it('a person is answered, each time', async () => {
  const [body = ''] = await told(() => app.control.say('U0HANA', channel, 'hello'));
  for (let n = 0; n < 2; n += 1) await hear(inRound(body, n));
  const [asked, answered] = ['T0TSUNAGI-U0HANA: hello', 'reply: Hello hello'];
  expect(said()).toEqual([asked, answered, asked, answered]);
});
