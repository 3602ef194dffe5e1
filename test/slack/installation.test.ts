import { expect, it } from 'vitest';
import { clientOf, TOKEN, useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const refused = (error: string) => ({ data: { ok: false, error } });

/** The events that arrived once everything was delivered, by name. */
async function arrived(): Promise<unknown[]> {
  await app.control.idle();
  return app.receiver.events().map(({ type, subtype }) => subtype ?? type);
}

it('tells that the app was uninstalled, refuses its token and tells nothing more', async () => {
  await app.control.post('/uninstall');
  await app.control.say('U0HANA', channel, 'among us');
  expect(await arrived()).toEqual(expect.arrayContaining(['app_uninstalled', 'tokens_revoked']));
  expect(app.receiver.events()).toHaveLength(2);
  expect(app.receiver.events()).toContainEqual({
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: ['U0BOT'] },
  });
  await expect(app.client.auth.test()).rejects.toMatchObject(refused('account_inactive'));
  await expect(app.post('still here')).rejects.toMatchObject(refused('account_inactive'));
});

it('tells that the token was revoked, and refuses it', async () => {
  await app.control.post('/revoke');
  expect(await arrived()).toEqual(['tokens_revoked']);
  await expect(app.post('a')).rejects.toMatchObject(refused('invalid_auth'));
});

it('refuses a token in the words it was told, and says nothing of it when told so', async () => {
  await app.control.post('/revoke', { error: 'token_revoked', silently: true });
  await expect(app.post('a')).rejects.toMatchObject(refused('token_revoked'));
  await app.control.post('/uninstall', { error: 'org_login_required', silently: true });
  await expect(app.post('a')).rejects.toMatchObject(refused('org_login_required'));
  expect(await arrived()).toEqual([]);
});

it('takes the token again when the app is installed again, or the one it is given then', async () => {
  await app.control.post('/uninstall');
  await app.control.post('/install');
  expect(await app.post('back')).toMatchObject({ ok: true });
  await app.control.post('/install', { token: 'xoxb-rotated' });
  await expect(app.post('a')).rejects.toMatchObject(refused('invalid_auth'));
  expect(await clientOf(app.slack, 'xoxb-rotated').auth.test()).toMatchObject({ team_id: 'T0TSUNAGI' });
});

it('names in headers the scopes of the token and those of the method', async () => {
  const headersOf = async (method: string) => {
    const url = `${app.slack.apiUrl}${method}?channel=C0LOBBY`;
    return (await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } })).headers;
  };
  await app.control.delete('/scopes/groups:history');
  const headers = await headersOf('conversations.history');
  expect(headers.get('x-oauth-scopes')?.split(',')).toEqual(expect.arrayContaining(['chat:write']));
  expect(headers.get('x-oauth-scopes')).not.toContain('groups:history');
  expect(headers.get('x-accepted-oauth-scopes')).toBe('channels:history,groups:history');
  expect((await headersOf('auth.test')).get('x-accepted-oauth-scopes')).toBe('');
});

it.each([
  ['chat:write', 'chat.postMessage', { channel, text: 'a' }],
  ['chat:write', 'chat.postEphemeral', { channel, text: 'a', user: 'U0HANA' }],
  ['chat:write', 'chat.update', { channel, text: 'a', ts: '1.000000' }],
  ['chat:write', 'chat.delete', { channel, ts: '1.000000' }],
  ['channels:history', 'conversations.history', { channel }],
  ['channels:history', 'conversations.replies', { channel, ts: '1.000000' }],
  ['groups:history', 'conversations.history', { channel: 'C0BOARD' }],
  ['channels:read', 'conversations.info', { channel }],
  ['channels:read', 'conversations.members', { channel }],
  ['channels:read', 'conversations.list', {}],
  ['groups:read', 'conversations.list', { types: 'public_channel,private_channel' }],
  ['channels:join', 'conversations.join', { channel }],
  ['reactions:write', 'reactions.add', { channel, timestamp: '1.000000', name: 'tada' }],
  ['reactions:write', 'reactions.remove', { channel, timestamp: '1.000000', name: 'tada' }],
  ['reactions:read', 'reactions.get', { channel, timestamp: '1.000000' }],
  ['users:read', 'users.info', { user: 'U0HANA' }],
  ['users:read', 'users.list', {}],
  ['users:read', 'bots.info', { bot: 'B0DEPLOY' }],
  ['team:read', 'team.info', {}],
  ['files:read', 'files.info', { file: 'F0' }],
])('refuses without %s a call of %s with %j, and says so', async (scope, method, args) => {
  await app.control.post('/channels', { id: 'C0BOARD', name: 'board', is_private: true });
  await app.control.delete(`/scopes/${scope}`);
  const error = await app.client.apiCall(method, args).catch((reason: unknown) => reason);
  const provided = expect.not.stringMatching(new RegExp(`(^|,)${scope}(,|$)`));
  expect(error).toMatchObject({ data: { error: 'missing_scope', needed: scope, provided } });
  await app.control.put(`/scopes/${scope}`, {});
  const after = await app.client.apiCall(method, args).catch((reason: unknown) => reason);
  expect(after).not.toMatchObject({ data: { error: 'missing_scope' } });
});

it('leaves name and picture out of a post, without a word, when their scope is missing', async () => {
  await app.control.delete('/scopes/chat:write.customize');
  const { message } = await app.post('a', { username: 'Hana (web)', icon_url: 'https://example.com/h.png' });
  expect(message).toMatchObject({ user: 'U0BOT', bot_id: 'B0TSUNAGI' });
  expect(message).not.toHaveProperty('username');
  expect(message).not.toHaveProperty('icons');
});

it('tells no event whose scope is missing', async () => {
  for (const scope of ['channels:history', 'reactions:read', 'users:read'])
    await app.control.delete(`/scopes/${scope}`);
  const ts = await app.control.say('U0HANA', channel, 'a');
  await app.control.post(`/channels/C0LOBBY/messages/${ts}/reactions`, { user: 'U0KEN', name: 'tada' });
  await app.control.patch('/users/U0HANA', { display_name: 'はな' });
  await app.control.patch('/channels/C0LOBBY', { name: 'entrance' });
  expect(await arrived()).toEqual(['channel_rename']);
});

it('tells only events that the app subscribes to', async () => {
  await app.control.patch('/settings', { subscriptions: ['message.groups', 'user_change'] });
  await app.control.post('/channels', { id: 'C0BOARD', name: 'board', is_private: true });
  await app.control.say('U0HANA', channel, 'open');
  await app.control.say('U0HANA', 'C0BOARD', 'closed');
  await app.control.patch('/users/U0HANA', { display_name: 'はな' });
  await app.control.idle();
  expect(app.receiver.events().map(({ type, text }) => text ?? type)).toEqual(['closed', 'user_change']);
});
