import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerGreeting } from '../../../functions/answers/greeting.ts';
import { type SlackReceivePorts, slackReceive } from '../../../functions/components/slack-receive.ts';
import type { Request } from '../../../functions/model/event.ts';
import { Memory } from '../memory.ts';

const now = new Date('2026-01-01T00:00:00Z');
const seconds = now.getTime() / 1_000;
const event = { type: 'message', channel: 'C1', user: 'U1', text: 'hi', ts: '1700000000.000100' };
const callback = { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', api_app_id: 'A1', event };

const signed = (
  body: string | Uint8Array,
  { secret = 'right', time = `${seconds}`, version = 'v0' } = {},
) => {
  const bytes = Buffer.from(body);
  const hash = createHmac('sha256', secret).update(`v0:${time}:`).update(bytes).digest('hex');
  return {
    method: 'POST',
    headers: { 'x-slack-request-timestamp': time, 'x-slack-signature': `${version}=${hash}` },
    body: bytes,
  };
};

const ports = (secrets: () => string[], hookTokens: readonly string[] = []): SlackReceivePorts => ({
  secrets,
  hookTokens: () => hookTokens,
  answer: answerGreeting,
  now: () => now,
});
const ask = async (request: Request, memory = new Memory(), secrets = ['right'], tokens: string[] = []) => {
  const response = await memory.run(slackReceive(ports(() => secrets, tokens))(request));
  return { response, memory };
};

describe('slackReceive', () => {
  it('stores an event as it came, and says so', async () => {
    const body = JSON.stringify(callback);
    const { response, memory } = await ask(signed(body));
    expect(response).toEqual({ status: 200, body: '' });
    expect(memory.get('inbox/Ev1')).toMatchObject({
      team: 'T1',
      app: 'A1',
      type: 'message',
      body,
      state: 'received',
    });
  });
  it('answers an event that comes again the same way, and stores it once', async () => {
    const { memory } = await ask(signed(JSON.stringify(callback)));
    const { response } = await ask(signed(JSON.stringify(callback)), memory);
    expect(response.status).toBe(200);
    expect(memory.documents.size).toBe(1);
  });
  it.each([
    ['a post of ours', { ...event, user: undefined, subtype: 'bot_message', bot_id: 'B1', app_id: 'A1' }],
    [
      'a reaction of our bot',
      {
        type: 'reaction_added',
        user: 'U0BOT',
        reaction: 'tada',
        item: { type: 'message', channel: 'C1', ts: event.ts },
        event_ts: '1700000000.000300',
      },
    ],
  ])('answers the echo of %s, and stores nothing', async (_, echo) => {
    const authorizations = [{ user_id: 'U0BOT', is_bot: true }];
    const told = signed(JSON.stringify({ ...callback, authorizations, event: echo }));
    const { response, memory } = await ask(told);
    expect(response).toEqual({ status: 200, body: '' });
    expect(memory.documents.size).toBe(0);
  });
  it('keeps what comes from a workspace that shares a channel as told to the one that has our app', async () => {
    const authorizations = [{ enterprise_id: null, team_id: 'T1', user_id: 'U0BOT', is_bot: true }];
    const typed = { ...event, client_msg_id: 'f3b0f2a8-0000-4000-8000-000000000001' };
    const shared = { ...callback, team_id: 'T0PARTNER', is_ext_shared_channel: true, authorizations };
    const { memory } = await ask(signed(JSON.stringify({ ...shared, event: typed })));
    expect([...memory.documents]).toMatchObject([[`inbox/T1-C1-U1-${typed.client_msg_id}`, { team: 'T1' }]]);
  });
  it.each([[[]], [null], ['T2'], [[{ team_id: 7 }]], [[{ team_id: null, user_id: 'U0BOT' }]]])(
    'keeps what is told to %j under the workspace that it comes from',
    async (authorizations) => {
      const { response, memory } = await ask(signed(JSON.stringify({ ...callback, authorizations })));
      expect(response.status).toBe(200);
      expect([...memory.documents.values()]).toMatchObject([{ team: 'T1' }]);
    },
  );
  describe('of what one gesture said, told as two messages', () => {
    const typed = { ...event, client_msg_id: 'f3b0f2a8-0000-4000-8000-000000000001' };
    const twin = { ...callback, event_id: 'Ev2', event: { ...typed, ts: '1700000000.000200' } };
    const kept = async (second: object) => {
      const { memory } = await ask(signed(JSON.stringify({ ...callback, event: typed })));
      const { response } = await ask(signed(JSON.stringify(second)), memory);
      expect(response.status).toBe(200);
      return [...memory.documents.keys()];
    };
    const NAME = `inbox/T1-C1-U1-${typed.client_msg_id}`;

    it('stores the first', async () => {
      expect(await kept(twin)).toEqual([NAME]);
    });
    it.each([
      ['by another gesture', { client_msg_id: 'f3b0f2a8-0000-4000-8000-000000000002' }],
      ['by somebody else who uses its id', { user: 'U2' }],
      ['in another channel', { channel: 'C2' }],
    ])('stores as another what was said %s', async (_, other) => {
      expect(await kept({ ...twin, event: { ...twin.event, ...other } })).toHaveLength(2);
    });
    it.each([
      ['no id of a client', { client_msg_id: 'a/b' }],
      ['nobody', { user: undefined }],
      ['a subtype', { subtype: 'thread_broadcast' }],
      ['no channel', { channel: '../x' }],
      ['another type', { type: 'app_mention' }],
    ])('stores by its own name what has %s', async (_, other) => {
      expect(await kept({ ...twin, event: { ...twin.event, ...other } })).toEqual([NAME, 'inbox/Ev2']);
    });
  });
  it('accepts either of two secrets while they rotate', async () => {
    for (const secret of ['old', 'new']) {
      const { response } = await ask(signed(JSON.stringify(callback), { secret }), new Memory(), [
        'new',
        'old',
      ]);
      expect(response.status).toBe(200);
    }
  });
  it('keeps word of events that Slack held back, once a minute', async () => {
    const limited = {
      type: 'app_rate_limited',
      team_id: 'T1',
      api_app_id: 'A1',
      minute_rate_limited: 1518467820,
    };
    const { memory } = await ask(signed(JSON.stringify({ token: 'x', ...limited })));
    expect((await ask(signed(JSON.stringify(limited)), memory)).response.status).toBe(200);
    expect([...memory.documents.keys()]).toEqual(['inbox/RlT1x1518467820']);
    expect(memory.get('inbox/RlT1x1518467820')).toMatchObject({
      type: 'app_rate_limited',
      state: 'received',
    });
  });
  it("answers Slack's handshake when it is signed", async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect((await ask(signed(body))).response).toEqual({ status: 200, body: 'abc' });
    expect((await ask(signed(body, { secret: 'wrong' }))).response).toEqual({ status: 401, body: '' });
  });

  const good = signed(JSON.stringify(callback));
  const changed = Buffer.from(good.body);
  changed[10] = 0x20;
  it.each([
    ['no signature', { ...good, headers: { 'x-slack-request-timestamp': `${seconds}` } }],
    ['no time', { ...good, headers: { 'x-slack-signature': good.headers['x-slack-signature'] } }],
    ['another secret', signed(JSON.stringify(callback), { secret: 'wrong' })],
    ['an old time', signed(JSON.stringify(callback), { time: `${seconds - 301}` })],
    ['a time to come', signed(JSON.stringify(callback), { time: `${seconds + 301}` })],
    ['a time as a power of ten', signed(JSON.stringify(callback), { time: '1e9' })],
    ['a time with a blank', signed(JSON.stringify(callback), { time: ` ${seconds}` })],
    ['a time that is none', signed(JSON.stringify(callback), { time: 'NaN' })],
    ['another version', signed(JSON.stringify(callback), { version: 'v1' })],
    ['another body', { ...good, body: changed }],
    ['an empty signature', { ...good, headers: { ...good.headers, 'x-slack-signature': '' } }],
  ])('refuses with 401 and stores nothing: %s', async (_, request) => {
    const { response, memory } = await ask(request);
    expect(response).toEqual({ status: 401, body: '' });
    expect(memory.effects).toEqual([]);
  });
  it('accepts a time just within the window, either way', async () => {
    for (const time of [`${seconds - 300}`, `${seconds + 300}`]) {
      expect((await ask(signed(JSON.stringify(callback), { time }))).response.status).toBe(200);
    }
  });

  it.each([
    ['no JSON', 'hello', 400],
    ['JSON cut short', '{"type":', 400],
    ['another type', '{"type":"surprise"}', 400],
    ['no event', JSON.stringify({ ...callback, event: undefined }), 400],
    [
      'a minute that is none',
      JSON.stringify({ type: 'app_rate_limited', team_id: 'T1', api_app_id: 'A1', minute_rate_limited: 0.5 }),
      400,
    ],
    ['an id with a slash', JSON.stringify({ ...callback, event_id: 'a/b' }), 400],
    ['a list', '[]', 400],
    ['nothing', '', 400],
    ['JSON nested ten thousand deep', '['.repeat(10_000), 400],
    ['more than an event', JSON.stringify({ ...callback, more: 'x'.repeat(900_000) }), 413],
  ])('answers %s with what is wrong, and stores nothing', async (_, body, status) => {
    const { response, memory } = await ask(signed(body));
    expect(response.status).toBe(status);
    expect(memory.effects).toEqual([]);
  });
  it('answers what is not UTF-8 with 400', async () => {
    expect((await ask(signed(new Uint8Array([0xff, 0xfe])))).response.status).toBe(400);
  });
  it('takes nothing but POST', async () => {
    expect((await ask({ ...good, method: 'GET' })).response.status).toBe(405);
  });
  it('does not start without a secret', async () => {
    const none = () => {
      throw new Error('SLACK_SIGNING_SECRET is not set');
    };
    await expect(new Memory().run(slackReceive(ports(none))(good))).rejects.toThrow(/not set/);
    await expect(ask(good, new Memory(), [''])).rejects.toThrow(/empty signing secret/);
  });
});

const FORM = 'application/x-www-form-urlencoded';
/** A form as Slack sends it, signed unless told otherwise. */
const form = (fields: Record<string, string>, how: { secret?: string; time?: string } = {}): Request => {
  const { method, headers, body } = signed(new URLSearchParams(fields).toString(), how);
  return { method, headers: { ...headers, 'content-type': FORM }, body };
};
const unsigned = ({ body }: Request): Request => ({
  method: 'POST',
  headers: { 'content-type': FORM },
  body,
});

describe('a slash command', () => {
  const typed = {
    token: 'legacy-token',
    team_id: 'T1',
    api_app_id: 'A1',
    channel_id: 'C1',
    channel_name: 'lobby',
    user_id: 'U1',
    command: '/tsunagi',
    text: 'link lobby',
    response_url: 'https://hooks.slack.com/commands/secret',
    trigger_id: '1.2.abc',
  };
  it('is stored for others to carry out, without the tokens that came with it, and answered to who typed it', async () => {
    const { response, memory } = await ask(form(typed));
    expect(response).toMatchObject({ status: 200, type: 'application/json' });
    expect(JSON.parse(response.body)).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('/invite @tsunagi'),
    });
    const [[path, entry] = ['', {}]] = [...memory.documents];
    expect(path).toMatch(/^inbox\/Cm[0-9a-f]{32}$/);
    expect(entry).toMatchObject({ team: 'T1', app: 'A1', type: 'slash_command', state: 'received' });
    expect(JSON.parse(String(entry.body))).toEqual({
      type: 'slash_command',
      team_id: 'T1',
      api_app_id: 'A1',
      channel_id: 'C1',
      user_id: 'U1',
      command: '/tsunagi',
      text: 'link lobby',
    });
  });
  it('is one command, however often it is sent', async () => {
    const { memory } = await ask(form(typed));
    expect((await ask(form(typed), memory)).response.status).toBe(200);
    expect(memory.documents.size).toBe(1);
    await ask(form({ ...typed, trigger_id: '1.2.abd' }), memory);
    expect(memory.documents.size).toBe(2);
  });
  it.each(['', 'help', 'link', 'link a/b', 'link lobby now', 'unlink lobby'])(
    'that is not understood tells what there is, and stores nothing: "%s"',
    async (text) => {
      const { response, memory } = await ask(form({ ...typed, text }));
      expect(JSON.parse(response.body)).toMatchObject({
        text: expect.stringContaining('/tsunagi link <room>'),
      });
      expect(memory.effects).toEqual([]);
    },
  );
  it.each<[string, Request, number]>([
    ['unsigned', unsigned(form(typed)), 401],
    ['signed with another secret', form(typed, { secret: 'wrong' }), 401],
    ['old', form(typed, { time: `${seconds - 301}` }), 401],
    ['without who typed it', form({ ...typed, user_id: '' }), 400],
    ['with a team that is none', form({ ...typed, team_id: '../x' }), 400],
    ['too long', form({ ...typed, text: 'x'.repeat(500_001) }), 413],
    ['too long, and unsigned', unsigned(form({ ...typed, text: 'x'.repeat(500_001) })), 401],
    ['with nothing in it', form({}), 400],
    ['a check of certificates', unsigned(form({ ssl_check: '1', token: 'legacy-token' })), 401],
  ])('is not taken %s', async (_, request, status) => {
    const { response, memory } = await ask(request);
    expect(response.status).toBe(status);
    expect(memory.effects).toEqual([]);
  });
  it('that is no UTF-8 is not taken', async () => {
    const broken = signed(new Uint8Array([0xff]));
    const request = { ...broken, headers: { ...broken.headers, 'content-type': FORM } };
    expect((await ask(request)).response.status).toBe(400);
    expect((await ask(unsigned(request))).response).toEqual({ status: 401, body: '' });
  });
});

describe('an outgoing webhook', () => {
  const told = {
    token: 'hook',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    user_name: 'hana',
    text: 'hi',
  };
  const hear = (fields: Record<string, string>, tokens = ['other', 'hook']) =>
    ask(unsigned(form(fields)), new Memory(), ['right'], tokens);

  it('is answered with a greeting, and nothing is stored', async () => {
    const { response, memory } = await hear({ ...told, trigger_word: 'hi' });
    expect(response).toEqual({ status: 200, body: '{"text":"Hello hi"}', type: 'application/json' });
    expect(memory.effects).toEqual([]);
  });
  it('may be signed too', async () => {
    const { response } = await ask(form(told), new Memory(), ['right'], ['hook']);
    expect(response.body).toBe('{"text":"Hello hi"}');
  });
  it('pings nobody by what it is answered', async () => {
    const { response } = await hear({ ...told, text: '<!channel> &lt;!here&gt; <@U2> *b*' });
    const { text } = JSON.parse(response.body) as { text: string };
    expect(text).not.toMatch(/<[!@]/);
    expect(text).toContain('*b*');
  });
  it.each([
    ['another token', { ...told, token: 'Hook' }],
    ['a longer token', { ...told, token: 'hook2' }],
  ])('is refused with %s', async (_, fields) => {
    expect((await hear(fields)).response).toEqual({ status: 401, body: '' });
  });
  it('is refused in a sentence where webhooks are switched off', async () => {
    expect((await hear(told, [])).response).toEqual({
      status: 404,
      body: 'Outgoing webhooks are switched off here.',
    });
  });
  it.each([
    ['a bot', { ...told, bot_id: 'B1' }],
    ['Slackbot', { ...told, user_id: 'USLACKBOT' }],
  ])('that tells of %s is not answered', async (_, fields) => {
    expect((await hear(fields)).response).toEqual({ status: 200, body: '' });
  });
});
