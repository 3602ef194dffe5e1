import { beforeEach, expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const block = { type: 'section', text: { type: 'mrkdwn', text: 'a block' } };
const metadata = { event_type: 'tsunagi_message', event_payload: { id: 'M1' } };
const refused = (error: string) => ({ data: { ok: false, error } });
let ts = '';

beforeEach(async () => {
  const more = { blocks: [block], attachments: [{ text: 'attached' }], metadata };
  ts = String((await app.post('first', more)).ts);
});

const update = (more: Record<string, unknown>) => app.client.apiCall('chat.update', { channel, ts, ...more });
const stored = async () => (await app.stored())[0] ?? {};

it('loses its blocks to a new text, and keeps what else is not given', async () => {
  await update({ text: 'second' });
  const left = { text: 'second', attachments: [{ text: 'attached' }], metadata };
  expect(await stored()).toMatchObject(left);
  expect(await stored()).not.toHaveProperty('blocks');
});

it('bears no mark of an edit when it was changed by blocks', async () => {
  await update({ blocks: [{ type: 'divider' }] });
  expect(await stored()).toMatchObject({ text: 'first', blocks: [{ type: 'divider' }], metadata });
  expect(await stored()).not.toHaveProperty('edited');
});

it('loses what an empty value is given for', async () => {
  await update({ metadata: '{}', attachments: '[]' });
  expect(await stored()).toMatchObject({ text: 'first', blocks: [block] });
  expect(await stored()).not.toHaveProperty('metadata');
  expect(await stored()).not.toHaveProperty('attachments');
});

it('takes new metadata alone', async () => {
  const next = { event_type: 'tsunagi_message', event_payload: { id: 'M1', revision: 2 } };
  await update({ metadata: next });
  expect(await stored()).toMatchObject({ text: 'first', metadata: next });
});

it.each([
  [
    'as typed, unless it says otherwise',
    {},
    '<!here> <@U0HANA> <#C0LOBBY|lobby> &amp; <https://example.com?a=1&amp;b>',
  ],
  ['as it is, with parse: none', { parse: 'none' }, '@here @Hana #lobby &amp; https://example.com?a=1&amp;b'],
])('takes a text %s', async (_, more, text) => {
  await update({ text: '@here @Hana #lobby &amp; https://example.com?a=1&amp;b', ...more });
  expect(await stored()).toMatchObject({ text });
  await update({ text: `${text} <https://example.com|@here>`, ...more });
  expect(await stored()).toMatchObject({ text: `${text} <https://example.com|@here>` });
});

it('takes markdown for text', async () => {
  await update({ markdown_text: '**second**' });
  expect(await stored()).toMatchObject({ text: '**second**' });
});

it('refuses an update that says nothing', async () => {
  await expect(update({})).rejects.toMatchObject(refused('no_text'));
});

it('refuses a message of another app', async () => {
  ts = await app.control.say('U0DEPLOY', channel, 'deployed');
  await expect(update({ text: 'ours' })).rejects.toMatchObject(refused('cant_update_message'));
});

it('is deleted by an owner of the workspace, although it is the app’s', async () => {
  await app.control.delete(`/channels/C0LOBBY/messages/${ts}?user=U0HANA&admin=1`);
  await app.control.idle();
  expect(app.receiver.events().at(-1)).toMatchObject({
    subtype: 'message_deleted',
    previous_message: { ts, bot_id: 'B0TSUNAGI' },
  });
  await expect(update({ text: 'second' })).rejects.toMatchObject(refused('message_not_found'));
});

it('is told again without an edit, as Slack does when it touches a message itself', async () => {
  await app.control.post(`/channels/C0LOBBY/messages/${ts}/touch`);
  await app.control.idle();
  const event = app.receiver.events().find(({ subtype }) => subtype === 'message_changed');
  const same = { ts, text: 'first' };
  expect(event).toMatchObject({ message: same, previous_message: same });
  expect(event?.message).not.toHaveProperty('edited');
});
