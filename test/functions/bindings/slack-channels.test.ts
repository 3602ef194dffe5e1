import { beforeEach, describe, expect, it } from 'vitest';
import { channelsOver } from '../../../functions/bindings/slack-channels.ts';
import { clientOf, useSlack } from '../../slack/fixture.ts';

const app = useSlack();
let now: number;
let slack: ReturnType<typeof channelsOver>;
beforeEach(() => {
  now = 0;
  slack = channelsOver(clientOf(app.slack), () => now);
});
const minutes = (count: number) => (now += count * 60_000);
const calls = async (): Promise<unknown> => (await app.control.get('/calls?method=conversations.info')).calls;

describe('how a channel is called', () => {
  it('is told with whether its members alone are to know', async () => {
    await app.control.post('/channels', { id: 'C0BOARD', name: 'board', is_private: true });
    expect(await slack.channelName('C0LOBBY')).toEqual({ name: 'lobby', isPrivate: false });
    expect(await slack.channelName('C0BOARD')).toEqual({ name: 'board', isPrivate: true });
  });
  it('is asked for once in five minutes, each', async () => {
    await slack.channelName('C0LOBBY');
    await app.control.patch('/channels/C0LOBBY', { name: 'lounge' });
    minutes(4.9);
    expect(await slack.channelName('C0LOBBY')).toMatchObject({ name: 'lobby' });
    minutes(0.1);
    expect(await slack.channelName('C0LOBBY')).toMatchObject({ name: 'lounge' });
    expect(await calls()).toHaveLength(2);
  });
  it('is not asked for again and again where Slack does not tell', async () => {
    const lacking = { trouble: { kind: 'configuration', code: 'channel_not_found' } };
    await expect(slack.channelName('C0NOWHERE')).rejects.toMatchObject(lacking);
    await expect(slack.channelName('C0NOWHERE')).rejects.toMatchObject(lacking);
    expect(await calls()).toHaveLength(1);
  });
  it('is asked for of no channel while Slack wants us to wait', async () => {
    await app.control.fault({ method: 'conversations.info', fault: 'rate_limited', retry_after: 30 });
    const limited = { trouble: { kind: 'limited' } };
    await expect(slack.channelName('C0LOBBY')).rejects.toMatchObject(limited);
    await expect(slack.channelName('C0RANDOM')).rejects.toMatchObject(limited);
    expect(await calls()).toHaveLength(1);
  });
});

describe('a channel', () => {
  it('that is asked for itself is told as it is now', async () => {
    expect(await slack.channel('C0LOBBY')).toEqual({ name: 'lobby', joined: true, archived: false });
    await app.control.patch('/channels/C0LOBBY', { name: 'lounge', is_archived: true });
    expect(await slack.channel('C0LOBBY')).toEqual({ name: 'lounge', joined: true, archived: true });
  });
});
