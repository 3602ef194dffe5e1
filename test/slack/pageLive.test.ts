import { afterEach, beforeEach, expect, it } from 'vitest';
import { useSlack } from './fixture.ts';
import { type OpenPage, openPage } from './openPage.ts';
import { record } from './receiver.ts';

const app = useSlack({
  workspaces: [
    {
      id: 'T0PARTNER',
      name: 'Partner',
      token: 'xoxb-partner',
      channels: [{ id: 'C0DESK', name: 'desk' }],
      users: [{ id: 'U0MEI', name: 'mei', display_name: 'Mei' }],
    },
  ],
});
const channel = 'C0LOBBY';
let page: OpenPage;

beforeEach(async () => {
  await app.control.say('U0HANA', channel, 'Good morning');
  await app.control.say('U0KEN', channel, 'おはよう');
  page = await openPage(app.slack.url);
  await shows(['Good morning', 'おはよう']);
});
afterEach(() => page.close());

const shows = (lines: string[]) => expect.poll(() => page.lines()).toEqual(lines);
const status = () => page.find('#status').textContent;

it('shows what is said, by whom, as it comes', async () => {
  await app.control.say('U0KEN', channel, 'and now');
  await app.post('from the web', { username: 'Alice (web)' });
  await shows(['Good morning', 'おはよう', 'and now', 'from the web']);
  const by = (words: string) => page.message(words).querySelector('.by')?.textContent;
  expect(by('and now')).toMatch(/^森 健\d/);
  expect(by('from the web')).toMatch(/^Alice \(web\)APP/);
});

it('says what one writes as whoever one is', async () => {
  Object.assign(page.find('#you'), { value: 'U0KEN' });
  page.find('#you').dispatchEvent(new page.window.Event('change', { bubbles: true }));
  page.write('as Ken');
  await shows(['Good morning', 'おはよう', 'as Ken']);
  expect((await app.stored()).at(-1)).toMatchObject({ user: 'U0KEN', text: 'as Ken' });
});

it('replies in a thread, quietly or for the whole channel, and shows it under its root', async () => {
  page.press('Reply in thread', page.message('Good morning'));
  expect(page.find('#thread-of').textContent).toBe('Replying in the thread of Hana');
  page.write('quietly');
  await shows(['Good morning', 'quietly', 'おはよう']);
  Object.assign(page.find('#broadcast'), { checked: true });
  page.write('aloud');
  await shows(['Good morning', 'quietly', 'aloud', 'おはよう']);
  expect(page.message('aloud').textContent).toContain('also sent to the channel');
  expect(page.message('Good morning').textContent).toContain('2 replies · Hana');
  page.press('Leave thread');
  page.write('not in the thread');
  await shows(['Good morning', 'quietly', 'aloud', 'おはよう', 'not in the thread']);
});

it('reacts, and takes it back', async () => {
  page.press('React with tada: 森 健', page.message('おはよう'));
  const label = 'tada, 1: Hana';
  await expect.poll(() => page.message('おはよう').innerHTML).toContain(label);
  expect((await app.stored())[1]).toMatchObject({ reactions: [{ name: 'tada', users: ['U0HANA'] }] });
  page.press(label, page.message('おはよう'));
  await expect.poll(() => page.message('おはよう').innerHTML).not.toContain(label);
});

it('reacts with any emoji by its name', async () => {
  page.press('Other … emoji for 森 健', page.message('おはよう'));
  page.fillIn('emoji', { name: ':bento:' });
  await expect.poll(() => page.message('おはよう').innerHTML).toContain('bento, 1: Hana');
});

it('edits one’s own message as it was typed', async () => {
  await app.control.say('U0HANA', channel, 'see https://example.com & @森 健');
  await shows(['Good morning', 'おはよう', 'see https://example.com & @森 健']);
  page.find('#message').dispatchEvent(new page.window.KeyboardEvent('keydown', { key: 'ArrowUp' }));
  const box = page.find('.edit textarea');
  expect(box).toMatchObject({ value: 'see https://example.com & @森 健' });
  Object.assign(box, { value: 'see you' });
  page.press('Save');
  await shows(['Good morning', 'おはよう', 'see you (edited)']);
});

it('leaves what one is editing alone while other things happen', async () => {
  page.press('Edit', page.message('Good morning'));
  Object.assign(page.find('.edit textarea'), { value: 'half done' });
  await app.control.patch('/channels/C0RANDOM', { name: 'coffee' });
  await app.control.say('U0KEN', channel, 'and now');
  await expect.poll(() => page.find('#channels').textContent).toContain('coffee');
  await expect.poll(() => page.lines()).toContain('and now');
  expect(page.find('.edit textarea')).toMatchObject({ value: 'half done' });
});

it('offers no change of what somebody else said', () => {
  const offered = page.message('おはよう').querySelectorAll('.actions button');
  expect([...offered].map(({ textContent }) => textContent)).not.toContain('Edit');
  expect(page.message('Good morning').textContent).toContain('Edit');
});

it('deletes one’s own message; a root with replies stays as a tombstone', async () => {
  const [root] = await app.stored();
  await app.control.say('U0KEN', channel, 'a reply', { thread_ts: root?.ts });
  await shows(['Good morning', 'a reply', 'おはよう']);
  page.press('Delete', page.message('Good morning'));
  await shows(['This message was deleted.', 'a reply', 'おはよう']);
  expect(page.message('This message was deleted.').querySelector('.actions')).toBeNull();
});

it('shares a pretended file, and shows what becomes of it', async () => {
  page.press('Share a file');
  const fields = { name: '見積.pdf', mimetype: 'application/pdf', kilobytes: '47.5', text: 'here' };
  page.fillIn('share', fields);
  await shows(['Good morning', 'おはよう', 'here']);
  expect(page.find('.file').textContent).toBe('pdf見積.pdfPDF · 47.5 kB');
  const shared = record((await app.stored()).at(-1));
  const [file] = shared.files as { id: string; size: number }[];
  expect(file?.size).toBe(48_640);
  await app.control.patch(`/channels/C0LOBBY/messages/${String(shared.ts)}/files/${file?.id}`, {});
  await expect.poll(() => page.find('.file').textContent).toBe('This file was deleted.');
});

it('renames oneself, and shows the new name at what one said before', async () => {
  page.press('Rename');
  page.fillIn('rename', { display_name: 'はな' });
  await expect.poll(() => page.message('Good morning').querySelector('strong')?.textContent).toBe('はな');
  expect(page.find('#you').textContent).toContain('はな (Hana Suzuki)');
});

it('types a command, and shows its answer to who typed it alone', async () => {
  app.receiver.answerNext((response) => void response.end('Linked to *Lobby*'));
  page.write('/tsunagi link lobby');
  await shows(['Good morning', 'おはよう', 'Linked to Lobby']);
  expect(page.message('Linked to Lobby').textContent).toContain('Only visible to you');
  const commands = app.receiver.received.map(({ envelope }) => envelope).filter(({ command }) => command);
  expect(commands).toMatchObject([{ command: '/tsunagi', text: 'link lobby' }]);
  Object.assign(page.find('#you'), { value: 'U0KEN' });
  page.find('#you').dispatchEvent(new page.window.Event('change', { bubbles: true }));
  await shows(['Good morning', 'おはよう']);
});

it('says what went wrong, and keeps what could not be sent', async () => {
  await app.control.patch('/channels/C0LOBBY', { is_archived: true });
  page.write('too late');
  await expect.poll(status).toContain('is archived');
  expect(page.find('#message')).toMatchObject({ value: 'too late' });
});

it('goes from workspace to workspace', async () => {
  Object.assign(page.find('#team'), { value: 'T0PARTNER' });
  page.find('#team').dispatchEvent(new page.window.Event('change', { bubbles: true }));
  await expect.poll(() => page.find('#channel').textContent).toBe('# desk');
  page.write('hello from Mei');
  await shows(['hello from Mei']);
  expect(await app.control.get('/channels/C0DESK/messages?team=T0PARTNER')).toMatchObject({
    messages: [{ user: 'U0MEI', text: 'hello from Mei' }],
  });
});

it('is one stop of the Tab key, and goes from message to message by arrows', async () => {
  const stops = () => page.find('#messages').querySelectorAll('li[tabindex="0"]');
  expect(stops()).toHaveLength(1);
  const press = (key: string) =>
    page.window.document.activeElement?.dispatchEvent(
      new page.window.KeyboardEvent('keydown', { key, bubbles: true }),
    );
  page.message('おはよう').focus();
  press('ArrowUp');
  expect(page.window.document.activeElement).toBe(page.message('Good morning'));
  press('End');
  expect(page.window.document.activeElement).toBe(page.message('おはよう'));
  await app.control.say('U0KEN', channel, 'and now');
  await shows(['Good morning', 'おはよう', 'and now']);
  expect(page.window.document.activeElement).toBe(page.message('おはよう'));
  expect(stops()).toHaveLength(1);
});
