import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { slackReceive } from '../../../functions/components/slack-receive.ts';
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

const ask = async (request: ReturnType<typeof signed>, memory = new Memory(), secrets = ['right']) => {
  const response = await memory.run(slackReceive({ secrets: () => secrets, now: () => now })(request));
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
  it('accepts either of two secrets while they rotate', async () => {
    for (const secret of ['old', 'new']) {
      const { response } = await ask(signed(JSON.stringify(callback), { secret }), new Memory(), [
        'new',
        'old',
      ]);
      expect(response.status).toBe(200);
    }
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
    const { response, memory } = await ask(request as typeof good);
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
    await expect(new Memory().run(slackReceive({ secrets: none, now: () => now })(good))).rejects.toThrow(
      /not set/,
    );
    await expect(ask(good, new Memory(), [''])).rejects.toThrow(/empty signing secret/);
  });
});
