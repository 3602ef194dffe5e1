import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { slack } from '../../../functions/bindings/slack.ts';
import type { SlackOf } from '../../../functions/slack/port.ts';
import { TOKEN, useSlack } from '../../slack/fixture.ts';

const PARTNER = 'xoxb-partner';
const app = useSlack({
  workspaces: [
    {
      id: 'T0PARTNER',
      token: PARTNER,
      channels: [{ id: 'C0DOOR', name: 'door' }],
      users: [{ id: 'U0PAT', name: 'pat', display_name: 'Pat' }],
    },
  ],
});
const origin = { room: 'lobby', message: 'm1', revision: 1, part: 1 };
const look = { text: 'hello', username: 'Alice (web)' };
const notConnected = { trouble: { kind: 'configuration', code: 'team_not_connected' } };

let slackOf: SlackOf;
const withTokens = (...tokens: string[]) => {
  vi.stubEnv('SLACK_BOT_TOKEN', tokens.join(', '));
  slackOf = slack();
};
beforeEach(() => vi.stubEnv('SLACK_API_URL', app.slack.apiUrl));
afterEach(() => void vi.unstubAllEnvs());

const there = (path: string) => `${path}${path.includes('?') ? '&' : '?'}team=T0PARTNER`;
const called = async () => {
  const { calls } = await app.control.get('/calls');
  return (calls as { method: string; team?: string }[]).map(({ method, team }) => `${method} ${team}`);
};

describe('two workspaces', () => {
  beforeEach(() => withTokens(TOKEN, PARTNER));

  it('are each served with their own token, which Slack is asked about once', async () => {
    await slackOf('T0PARTNER').post('C0DOOR', look, origin);
    await slackOf('T0TSUNAGI').post('C0LOBBY', look, origin);
    await slackOf('T0PARTNER').post('C0DOOR', look, { ...origin, message: 'm2' });
    const calls = await called();
    expect(calls.filter((one) => one.startsWith('chat.'))).toEqual([
      'chat.postMessage T0PARTNER',
      'chat.postMessage T0TSUNAGI',
      'chat.postMessage T0PARTNER',
    ]);
    expect(calls.filter((one) => one.startsWith('auth.')).toSorted()).toEqual([
      'auth.test T0PARTNER',
      'auth.test T0TSUNAGI',
    ]);
  });
  it('have people, channels and bots of their own', async () => {
    expect(await slackOf('T0PARTNER').user('U0PAT')).toMatchObject({ name: 'Pat' });
    await expect(slackOf('T0TSUNAGI').user('U0PAT')).rejects.toMatchObject({
      trouble: { code: 'user_not_found' },
    });
    await expect(slackOf('T0TSUNAGI').channel('C0DOOR')).rejects.toMatchObject({
      trouble: { code: 'channel_not_found' },
    });
    expect(await slackOf('T0PARTNER').workspace()).toMatchObject({ team: 'T0PARTNER', bot: 'B0PARTNER' });
    expect(await slackOf('T0TSUNAGI').workspace()).toMatchObject({ team: 'T0TSUNAGI', bot: 'B0TSUNAGI' });
  });
  it('are not connected to a third, which is told of every call', async () => {
    await expect(slackOf('T0OTHER').post('C0LOBBY', look, origin)).rejects.toMatchObject(notConnected);
    await expect(slackOf('T0OTHER').workspace()).rejects.toMatchObject(notConnected);
    expect(await app.stored()).toEqual([]);
  });
  it('are told apart as soon as a piece of work begins, and one that asks nothing is told nothing', async () => {
    slackOf('T0OTHER');
    await expect.poll(called).toHaveLength(2);
    await slackOf('T0PARTNER').post('C0DOOR', look, origin);
    expect((await called()).filter((one) => one.startsWith('auth.'))).toHaveLength(2);
  });
  it('are one, where the other’s token is good no more', async () => {
    await app.control.post(there('/revoke'));
    await slackOf('T0TSUNAGI').post('C0LOBBY', look, origin);
    await expect(slackOf('T0PARTNER').post('C0DOOR', look, origin)).rejects.toMatchObject(notConnected);
    const before = (await called()).length;
    await slackOf('T0TSUNAGI').post('C0LOBBY', look, { ...origin, message: 'm2' });
    expect((await called()).slice(before)).toEqual(['chat.postMessage T0TSUNAGI']);
  });
  it('are two again once the token is good', async () => {
    await app.control.post(there('/revoke'));
    await expect(slackOf('T0PARTNER').workspace()).rejects.toMatchObject(notConnected);
    await app.control.post(there('/install'));
    expect(await slackOf('T0PARTNER').workspace()).toMatchObject({ team: 'T0PARTNER' });
  });
  it('may wait for Slack to say which is which, and then nothing is asked', async () => {
    await app.control.fault({
      fault: 'rate_limited',
      retry_after: 9,
      method: 'auth.test',
      team: 'T0PARTNER',
    });
    await slackOf('T0TSUNAGI').post('C0LOBBY', look, origin);
    const partner = slackOf('T0PARTNER');
    const limited = { trouble: { kind: 'limited', seconds: 9 } };
    await expect(partner.post('C0DOOR', look, origin)).rejects.toMatchObject(limited);
    await expect(partner.post('C0DOOR', look, origin)).rejects.toMatchObject(limited);
    expect(await called()).not.toContain('chat.postMessage T0PARTNER');
  });
});

describe('a single workspace', () => {
  beforeEach(() => withTokens(TOKEN));

  it('is asked nothing before a post', async () => {
    await slackOf('T0TSUNAGI').post('C0LOBBY', look, origin);
    expect(await called()).toEqual(['chat.postMessage T0TSUNAGI']);
  });
  it('says itself what is wrong there', async () => {
    await expect(slackOf('T0TSUNAGI').channel('C0DOOR')).rejects.toMatchObject({
      trouble: { code: 'channel_not_found' },
    });
  });
  it('is asked nothing more where it gives no answer', async () => {
    await app.control.fault({ fault: 'http_error', status: 503, method: 'chat.postMessage' });
    await expect(slackOf('T0TSUNAGI').post('C0LOBBY', look, origin)).rejects.toMatchObject({
      trouble: { kind: 'unknown' },
    });
    expect(await called()).toEqual(['chat.postMessage T0TSUNAGI']);
  });
  it('is not taken for another', async () => {
    await expect(slackOf('T0PARTNER').post('C0DOOR', look, origin)).rejects.toMatchObject(notConnected);
    await expect(slackOf('T0PARTNER').workspace()).rejects.toMatchObject(notConnected);
  });
});
