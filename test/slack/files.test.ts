import { expect, it } from 'vitest';
import { TOKEN, useSlack } from './fixture.ts';
import { record } from './receiver.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const pdf = { name: '見積 2.pdf', title: 'Estimate', mimetype: 'application/pdf', size: 48_213 };

/** The events that arrived once everything was delivered, by their time. */
async function arrived(): Promise<Record<string, unknown>[]> {
  await app.control.idle();
  return app.receiver.events().toSorted((one, other) => Number(one.event_ts) - Number(other.event_ts));
}

async function share(...files: Record<string, unknown>[]): Promise<{ ts: string; ids: string[] }> {
  const ts = await app.control.say('U0HANA', channel, '', { files });
  const [stored] = await app.stored();
  const shared = Array.isArray(stored?.files) ? stored.files.map(record) : [];
  return { ts, ids: shared.map(({ id }) => String(id)) };
}

const file = (ts: string, id: string) => `/channels/C0LOBBY/messages/${ts}/files/${id}`;

it('tells that a person shared a file, with all there is to say of it', async () => {
  const { ts, ids } = await share(pdf);
  const [message, shared] = await arrived();
  const url = `${app.slack.url}/files-pri/T0TSUNAGI-${ids[0]}/%E8%A6%8B%E7%A9%8D%202.pdf`;
  expect(message).toMatchObject({ type: 'message', subtype: 'file_share', ts, user: 'U0HANA', text: '' });
  expect(message?.files).toMatchObject([
    {
      ...pdf,
      id: ids[0],
      mode: 'hosted',
      filetype: 'pdf',
      pretty_type: 'PDF',
      user: 'U0HANA',
      is_public: true,
      is_external: false,
      url_private: url,
      permalink: `${app.slack.url}/files/U0HANA/${ids[0]}/%E8%A6%8B%E7%A9%8D%202.pdf`,
    },
  ]);
  expect(shared).toMatchObject({
    type: 'file_shared',
    file_id: ids[0],
    channel_id: channel,
    user_id: 'U0HANA',
  });
});

it('gives the files in history and by files.info', async () => {
  const { ids } = await share(pdf, { name: 'notes', size: 12 });
  const { messages } = await app.client.conversations.history({ channel });
  expect(messages?.[0]?.files?.map(({ name, filetype }) => [name, filetype])).toEqual([
    [pdf.name, 'pdf'],
    ['notes', 'binary'],
  ]);
  expect(await app.client.files.info({ file: String(ids[1]) })).toMatchObject({
    file: { name: 'notes', mimetype: 'text/plain', size: 12 },
  });
});

it.each(['hidden_by_limit', 'tombstone'])(
  'shares a file of which only the mode is shown: %s',
  async (mode) => {
    const { ids } = await share({ ...pdf, mode });
    expect((await arrived())[0]?.files).toEqual([{ id: ids[0], mode }]);
  },
);

it('tells a deleted file as a change that nobody made, and by its id', async () => {
  const { ts, ids } = await share(pdf);
  await app.control.patch(file(ts, String(ids[0])), { mode: 'tombstone' });
  const [, , changed, deleted] = await arrived();
  expect(changed).toMatchObject({
    subtype: 'message_changed',
    message: { ts, files: [{ id: ids[0], mode: 'tombstone' }] },
    previous_message: { files: [{ name: pdf.name }] },
  });
  expect(changed?.message).not.toHaveProperty('edited');
  expect(deleted).toMatchObject({ type: 'file_deleted', file_id: ids[0] });
  const info = app.client.files.info({ file: String(ids[0]) });
  await expect(info).rejects.toMatchObject({ data: { error: 'file_deleted' } });
});

it('hides a file past the limit without a word of deletion', async () => {
  const { ts, ids } = await share(pdf);
  await app.control.patch(file(ts, String(ids[0])), { mode: 'hidden_by_limit' });
  expect((await arrived()).map(({ type }) => type)).toEqual(['message', 'file_shared', 'message']);
});

it('does not know a file that is nowhere, nor one in a channel the bot is not in', async () => {
  await app.control.post('/channels', { id: 'C0NEW', name: 'new', is_member: false });
  const { message } = await app.control.post('/messages', { user: 'U0KEN', channel: 'C0NEW', files: [pdf] });
  const [hidden] = Array.isArray(record(message).files) ? (record(message).files as unknown[]) : [];
  for (const id of ['F0NOWHERE', String(record(hidden).id)])
    await expect(app.client.files.info({ file: id })).rejects.toMatchObject({
      data: { error: 'file_not_found' },
    });
});

it('gives a file’s content to the app alone', async () => {
  await share(pdf);
  const [{ files } = { files: [] }] = await app.stored();
  const [{ url_private, url_private_download }] = files as [Record<string, string>];
  const load = (url: string | undefined, token: string) =>
    fetch(String(url), { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' });
  for (const url of [url_private, url_private_download]) {
    const response = await load(url, TOKEN);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect((await response.arrayBuffer()).byteLength).toBe(pdf.size);
  }
  const stranger = await load(url_private, 'xoxb-other');
  expect([stranger.status, stranger.headers.get('location')]).toEqual([302, '/']);
  await app.control.delete('/scopes/files:read');
  expect((await load(url_private, TOKEN)).status).toBe(302);
});
