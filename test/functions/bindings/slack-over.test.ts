import { describe, expect, it } from 'vitest';
import { slackOver } from '../../../functions/bindings/slack-over.ts';
import { TOKEN, useSlack } from '../../slack/fixture.ts';

const app = useSlack();
const channel = 'C0LOBBY';
const slack = () => slackOver({ token: TOKEN, url: app.slack.apiUrl });
const origin = { room: 'lobby', message: 'm1', revision: 1, part: 1 };
const look = (text: string) => ({ text, username: 'Alice (web)' });

describe('a post of ours', () => {
  it('is changed, and that it was there is told', async () => {
    const { ts } = await slack().post(channel, look('before'), origin);
    expect(await slack().update(channel, ts, look('after'), { ...origin, revision: 2 })).toBe(true);
    expect(await app.stored()).toMatchObject([
      { text: 'after', metadata: { event_payload: { message: 'm1', revision: 2, part: 1 } } },
    ]);
  });
  it('says what it is given, as it was made and as it is changed: Slack looks for no names or addresses in it', async () => {
    const text = '@here @Hana #lobby https://example.com <https://example.com/a|a> &lt;@U0HANA&gt;';
    const { ts } = await slack().post(channel, look(text), origin);
    expect(await app.stored()).toMatchObject([{ text }]);
    await slack().update(channel, ts, look(`${text}!`), origin);
    expect(await app.stored()).toMatchObject([{ text: `${text}!` }]);
  });
  it('that is gone is not made again by a change, and that it was not there is told', async () => {
    const { ts } = await slack().post(channel, look('before'), origin);
    await slack().remove(channel, ts);
    expect(await slack().update(channel, ts, look('after'), origin)).toBe(false);
    expect(await app.stored()).toEqual([]);
  });
  it('that is gone is removed once more without a fault', async () => {
    const { ts } = await slack().post(channel, look('before'), origin);
    await slack().remove(channel, ts);
    await expect(slack().remove(channel, ts)).resolves.toBeUndefined();
  });
  it('is found by what it shows, and not by another’s message', async () => {
    const since = new Date(0);
    const { ts } = await slack().post(channel, look('there'), origin);
    expect(await slack().find(channel, origin, since)).toEqual([{ ts, part: 1 }]);
    expect(await slack().find(channel, { ...origin, message: 'm2' }, since)).toEqual([]);
  });
  it('says in which thread it is, by its root', async () => {
    const root = await app.control.say('U0HANA', channel, 'root');
    const { ts, thread } = await slack().post(channel, look('first'), origin, root);
    expect(thread).toBe(root);
    expect((await slack().post(channel, look('second'), origin, ts)).thread).toBe(root);
    expect(await slack().post(channel, look('alone'), origin)).not.toHaveProperty('thread');
  });
  it('is found in its thread, also by an answer that stands there', async () => {
    const since = new Date(0);
    const root = await app.control.say('U0HANA', channel, 'root');
    const answer = await app.control.say('U0KEN', channel, 'an answer', { thread_ts: root });
    const { ts } = await slack().post(channel, look('there'), origin, root);
    expect(await slack().find(channel, origin, since, root)).toEqual([{ ts, part: 1 }]);
    expect(await slack().find(channel, origin, since, answer)).toEqual([{ ts, part: 1 }]);
  });
  it('says that it is in no thread where the root was gone', async () => {
    const root = await app.control.say('U0HANA', channel, 'root');
    await app.control.delete(`/channels/C0LOBBY/messages/${root}?user=U0HANA`);
    expect(await slack().post(channel, look('alone'), origin, root)).not.toHaveProperty('thread');
  });
  it('fails with what has to be mended where the channel is archived', async () => {
    await app.control.patch('/channels/C0LOBBY', { is_archived: true });
    await expect(slack().post(channel, look('there'), origin)).rejects.toMatchObject({
      trouble: { kind: 'configuration', code: 'is_archived' },
    });
  });
});
