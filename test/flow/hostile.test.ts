import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { flowWorld } from './world.ts';

const world = flowWorld();

const FORGED = world.saying(`forged ${Date.now()}`);
const event = (id: string) =>
  JSON.stringify({
    type: 'event_callback',
    event_id: id,
    team_id: 'T0TSUNAGI',
    api_app_id: 'A0TSUNAGI',
    event: { type: 'message', channel: 'C0LOBBY', user: 'U0HANA', text: FORGED, ts: '1700000000.000100' },
  });

const send = (
  body: string,
  { secret = world.stack.secrets.SLACK_SIGNING_SECRET, skew = 0, sign = true } = {},
) => {
  const time = String(Math.floor(Date.now() / 1_000) + skew);
  const hash = createHmac('sha256', secret ?? '')
    .update(`v0:${time}:${body}`)
    .digest('hex');
  return fetch(`${world.stack.urls.functions}/slackReceive`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': time,
      ...(sign && { 'x-slack-signature': `v0=${hash}` }),
    },
    body,
  });
};
const stored = async (id: string) => (await world.admin.doc(`inbox/${id}`).get()).exists;

describe('slackReceive, over HTTP', () => {
  it('stores what Slack signed', async () => {
    expect((await send(event('EvGOOD'))).status).toBe(200);
    expect(await stored('EvGOOD')).toBe(true);
  });
  it.each([
    ['no signature', 'EvNONE', { sign: false }],
    ['another secret', 'EvWRONG', { secret: 'not the secret' }],
    ['a time gone by', 'EvOLD', { skew: -301 }],
    ['a time to come', 'EvAHEAD', { skew: 302 }],
  ])('answers 401 to %s, and stores nothing', async (_, id, how) => {
    const response = await send(event(id), how);
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(await stored(id)).toBe(false);
  });
  it.each([
    ['no JSON', 'hello'],
    ['an unknown type', '{"type":"surprise"}'],
  ])('answers 400 to %s', async (_, body) => {
    expect((await send(body)).status).toBe(400);
  });
  it('records an unknown event as ignored', async () => {
    await world.desk.send({ type: 'emoji_changed', subtype: 'add' });
    await expect
      .poll(
        async () =>
          (await world.admin.collection('inbox').where('type', '==', 'emoji_changed').get()).docs.map((one) =>
            one.get('state'),
          ),
        {
          timeout: 30_000,
        },
      )
      .toEqual(['ignored']);
  });
});
