import { describe, expect, it } from 'vitest';
import { slackOver } from '../../../functions/bindings/slack-over.ts';
import { TOKEN, useSlack } from '../../slack/fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const slack = () => slackOver({ token: TOKEN, url: app.slack.apiUrl });
const reactions = async () => (await app.stored())[0]?.reactions;

describe('the bot’s reactions', () => {
  it('are added, and added again without a fault', async () => {
    const ts = await app.control.say('U0HANA', channel, 'done');
    expect(await slack().react(channel, ts, 'tada')).toBe(true);
    expect(await slack().react(channel, ts, 'tada')).toBe(true);
    expect(await reactions()).toMatchObject([{ name: 'tada', users: ['U0BOT'] }]);
  });
  it('are taken back, and taken back again without a fault', async () => {
    const ts = await app.control.say('U0HANA', channel, 'done');
    await slack().react(channel, ts, 'tada');
    await slack().unreact(channel, ts, 'tada');
    await slack().unreact(channel, ts, 'tada');
    expect(await reactions()).toBeUndefined();
  });
  it('are none, where Slack has no such emoji or no such message', async () => {
    await app.control.patch('/settings', { emoji: ['tada'] });
    const ts = await app.control.say('U0HANA', channel, 'done');
    expect(await slack().react(channel, ts, 'eyes')).toBe(false);
    expect(await slack().react(channel, '1700000000.000100', 'tada')).toBe(false);
    await slack().unreact(channel, '1700000000.000100', 'tada');
  });
  it('fail where somebody has to mend something', async () => {
    const ts = await app.control.say('U0HANA', channel, 'done');
    await app.control.patch('/channels/C0LOBBY', { is_archived: true });
    await expect(slack().react(channel, ts, 'tada')).rejects.toMatchObject({
      trouble: { kind: 'configuration', code: 'is_archived' },
    });
  });
});

describe('the line under a post of ours', () => {
  it('is put there, replaced and taken away, and leaves the text as it is', async () => {
    const { ts } = await app.post('said in the web');
    await slack().note(channel, String(ts), '🎉 Alice');
    expect(await app.stored()).toMatchObject([
      { text: 'said in the web', attachments: [{ text: '🎉 Alice', fallback: '🎉 Alice' }] },
    ]);
    await slack().note(channel, String(ts), '❤️ Bob');
    expect(await app.stored()).toMatchObject([{ attachments: [{ text: '❤️ Bob' }] }]);
    await slack().note(channel, String(ts), undefined);
    const [post] = await app.stored();
    expect(post).toMatchObject({ text: 'said in the web' });
    expect(post).not.toHaveProperty('attachments');
  });
  it('is none under a post that is gone', async () => {
    await expect(slack().note(channel, '1700000000.000100', 'x')).resolves.toBeUndefined();
  });
});
