import { expect, it } from 'vitest';
import { clientOf, useSlack } from './fixture.ts';

const PARTNER = 'xoxb-partner';
const app = useSlack({
  workspaces: [
    {
      id: 'T0PARTNER',
      name: 'Partner',
      token: PARTNER,
      channels: [{ id: 'C0LOBBY', name: 'entrance' }],
      users: [{ id: 'U0HANA', name: 'hanae', display_name: 'Hanae' }],
    },
  ],
});
const channel = 'C0LOBBY';
const there = (path: string) => `${path}${path.includes('?') ? '&' : '?'}team=T0PARTNER`;
const partner = () => clientOf(app.slack, PARTNER);
const say = (text: string) => app.control.post(there('/messages'), { user: 'U0HANA', channel, text });
const texts = async (path: string) => {
  const { messages } = await app.control.get(path);
  return Array.isArray(messages) ? messages.map(({ text }: { text: string }) => text) : [];
};

it('answers each token for its own workspace', async () => {
  expect(await app.client.auth.test()).toMatchObject({ team_id: 'T0TSUNAGI', user_id: 'U0BOT' });
  expect(await partner().auth.test()).toMatchObject({
    team_id: 'T0PARTNER',
    team: 'Partner',
    user_id: 'U0PARTNERBOT',
    bot_id: 'B0PARTNER',
  });
  expect(await partner().team.info()).toMatchObject({ team: { domain: 't0partner' } });
});

it('keeps channels and people of one id apart', async () => {
  await app.post('here');
  await partner().chat.postMessage({ channel, text: 'there' });
  expect(await texts('/channels/C0LOBBY/messages')).toEqual(['here']);
  expect(await texts(there('/channels/C0LOBBY/messages'))).toEqual(['there']);
  expect(await partner().users.info({ user: 'U0HANA' })).toMatchObject({ user: { name: 'hanae' } });
  const { channels } = await partner().conversations.list();
  expect(channels?.map(({ name }) => name)).toEqual(['entrance']);
});

it('says around every event which workspace it is of', async () => {
  await app.control.say('U0HANA', channel, 'here');
  await say('there');
  await app.control.idle();
  const envelopes = app.receiver.received.map(({ envelope }) => envelope);
  expect(envelopes).toHaveLength(2);
  expect(envelopes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ team_id: 'T0TSUNAGI', context_team_id: 'T0TSUNAGI' }),
      expect.objectContaining({
        team_id: 'T0PARTNER',
        context_team_id: 'T0PARTNER',
        api_app_id: 'A0TSUNAGI',
        authorizations: [
          {
            enterprise_id: null,
            team_id: 'T0PARTNER',
            user_id: 'U0PARTNERBOT',
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
      }),
    ]),
  );
});

it('uninstalls the app from one workspace and leaves it in the other', async () => {
  await app.control.post(there('/uninstall'));
  await expect(partner().auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
  expect(await app.client.auth.test()).toMatchObject({ ok: true });
  await app.control.idle();
  expect(app.receiver.received.map(({ envelope }) => envelope.team_id)).toEqual(['T0PARTNER', 'T0PARTNER']);
});

it('takes a scope away in one workspace alone', async () => {
  await app.control.delete(there('/scopes/users:read'));
  await expect(partner().users.list({})).rejects.toMatchObject({ data: { error: 'missing_scope' } });
  expect(await app.client.users.list({})).toMatchObject({ ok: true });
});

it('limits calls of one workspace and lets the other go on', async () => {
  await app.control.fault({
    fault: 'rate_limited',
    retry_after: 9,
    method: 'chat.postMessage',
    team: 'T0PARTNER',
  });
  expect(await app.post('here')).toMatchObject({ ok: true });
  const post = () => partner().chat.postMessage({ channel, text: 'there' });
  await expect(post()).rejects.toMatchObject({ retryAfter: 9 });
  await expect(post()).rejects.toMatchObject({ retryAfter: 9 });
  expect(await app.post('here')).toMatchObject({ ok: true });
  const { calls } = await app.control.get(there('/calls'));
  expect(calls).toMatchObject([
    { team: 'T0PARTNER', status: 429, fault: 'rate_limited', retry_after: 9 },
    { team: 'T0PARTNER', status: 429, violation: true },
  ]);
});

it('strikes events of one workspace alone', async () => {
  await app.control.fault({ fault: 'drop', team: 'T0PARTNER' });
  await app.control.say('U0HANA', channel, 'here');
  await say('there');
  await say('there again');
  await app.control.idle();
  expect(app.receiver.events().map(({ text }) => text)).toEqual(['here', 'there again']);
});

it('starts all workspaces anew after a reset', async () => {
  await say('there');
  await app.control.post(there('/uninstall'));
  await app.control.delete(there('/scopes/users:read'));
  await app.control.post('/reset');
  expect(await texts(there('/channels/C0LOBBY/messages'))).toEqual([]);
  expect(await partner().users.list({})).toMatchObject({ ok: true });
});

it('names its workspaces, and refuses to know another', async () => {
  expect(await app.control.get(there('/state'))).toMatchObject({
    workspaces: [{ id: 'T0TSUNAGI' }, { id: 'T0PARTNER' }],
    team: { id: 'T0PARTNER' },
    app: { id: 'A0TSUNAGI', bot_id: 'B0PARTNER', bot_user: 'U0PARTNERBOT' },
  });
  await expect(app.control.get('/state?team=T0NONE')).rejects.toThrow(
    'no workspace "T0NONE"; the workspaces are T0TSUNAGI, T0PARTNER',
  );
});
