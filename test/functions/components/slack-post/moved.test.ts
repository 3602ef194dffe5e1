import { beforeEach, describe, expect, it } from 'vitest';
import { Later } from '../../../../functions/model/effect.ts';
import { at, link, message, room } from '../../memory.ts';
import {
  Channel,
  connected,
  inSlack,
  lobby,
  memory,
  mirrorOf,
  run,
  slack,
  wanted,
  workspaces,
} from './turn.ts';

describe('slackPost after the room has moved to another channel', () => {
  const moved = () => memory.set('links/lobby', link({ channel: 'C0NEW' }));

  it('changes what is in the old one there', async () => {
    moved();
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    await run();
    expect(slack.calls).toEqual(['update 1.000100 edited']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', channel: 'C0LOBBY' });
  });
  it('answers in threads where these are', async () => {
    moved();
    memory.set('mirrors/lobby-root', { ...inSlack('1.000100'), at: at(0), state: 'sent' });
    wanted('m1', { thread: 'root' });
    wanted('m2', { at: at(2), thread: 'slack-C0OLDER-1699999999.000200' });
    wanted('m3', { at: at(3) });
    await run();
    expect(['m1', 'm2', 'm3'].map((id) => mirrorOf(id)?.channel)).toEqual(['C0LOBBY', 'C0OLDER', 'C0NEW']);
    expect(mirrorOf('m1')?.thread).toBe('1.000100');
  });
  it('looks for what is in doubt where the attempt was made, and since then', async () => {
    moved();
    const doubt = { since: at(3_600), team: 'T1', channel: 'C0LOBBY' };
    wanted('m1', {}, { state: 'sending', attempts: 1, doubt });
    await run();
    expect(slack.looks).toEqual([{ channel: 'C0LOBBY', since: at(2_700), thread: undefined }]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', channel: 'C0NEW' });
  });
  it('is not held up by what it cannot change or find in a channel that is closed', async () => {
    moved();
    const doubt = { since: at(5), team: 'T1', channel: 'C0LOBBY' };
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    wanted('m2', { at: at(2) }, { state: 'sending', attempts: 1, doubt });
    slack.troubles = [
      { kind: 'configuration', code: 'is_archived' },
      { kind: 'configuration', code: 'channel_not_found' },
    ];
    await run();
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ error: 'is_archived' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent', channel: 'C0NEW' });
  });
});

describe('slackPost after the room has moved to another workspace', () => {
  let other: Channel;
  beforeEach(() => {
    memory.set('links/lobby', link({ team: 'T2', channel: 'C0NEW' }));
    other = new Channel();
    workspaces.set('T2', other);
  });

  it('changes what is in the old one there, and posts what is new in the new one', async () => {
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    wanted('m2', { at: at(2), text: 'new' });
    await run();
    expect(slack.calls).toEqual(['update 1.000100 edited']);
    expect(other.calls).toEqual(['post new by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', team: 'T1', channel: 'C0LOBBY' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent', team: 'T2', channel: 'C0NEW' });
  });
  it('answers in threads where these are, of the web and of Slack', async () => {
    memory.set('mirrors/lobby-root', { ...inSlack('1.000100'), at: at(0), state: 'sent' });
    memory.set('rooms/lobby/messages/slack-C0LOBBY-1699999999.000200', {
      ...message({ at: at(0) }),
      author: { kind: 'slack', id: 'T1-U1' },
    });
    wanted('m1', { text: 'one', thread: 'root' });
    wanted('m2', { at: at(2), text: 'two', thread: 'slack-C0LOBBY-1699999999.000200' });
    await run();
    expect(slack.calls).toEqual([
      'post one by Alice (web) in 1.000100',
      'post two by Alice (web) in 1699999999.000200',
    ]);
    expect(other.calls).toEqual([]);
  });
  it('connects each workspace once in a turn, before anything is asked in any', async () => {
    const doubt = { since: at(1), team: 'T2', channel: 'C0NEW' };
    memory.set('mirrors/lobby-root', { ...inSlack('1.000100'), at: at(0), state: 'sent' });
    wanted('m1', { thread: 'root' }, { state: 'sending', attempts: 1, doubt });
    wanted('m2', { at: at(2), thread: 'root' });
    const before: string[][] = [];
    const find = other.find.bind(other);
    other.find = (...call) => {
      before.push([...connected]);
      return find(...call);
    };
    await run();
    expect(before).toEqual([['T2', 'T1']]);
    expect(slack.calls).toHaveLength(2);
    expect(connected).toEqual(['T2', 'T1']);
  });
  it('pings whom it may there', async () => {
    memory.set('rooms/lobby', room({ pings: true }));
    slack.handles.set('ops', 'S0OPS');
    wanted('m1', { revision: 2, text: 'for @ops' }, inSlack('1.000100'));
    await run();
    expect(slack.calls).toEqual(['groups', 'update 1.000100 for <!subteam^S0OPS>']);
  });
  it('looks for what is in doubt where the attempt was made, and takes what it finds', async () => {
    const doubt = { since: at(1), team: 'T1', channel: 'C0LOBBY' };
    slack.posts.push({ ts: '1.000100', part: 1, message: 'm1', text: 'hello' });
    wanted('m1', {}, { state: 'sending', attempts: 1, doubt });
    wanted('m2', { at: at(2) }, { state: 'sending', attempts: 1, doubt });
    await run();
    expect(slack.calls).toEqual(['find m1', 'update 1.000100 hello', 'find m2']);
    expect(other.calls).toEqual(['post hello by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', team: 'T1', ts: '1.000100' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent', team: 'T2' });
  });
  it('pauses the channel in which it looked for what is in doubt', async () => {
    const doubt = { since: at(1), team: 'T1', channel: 'C0LOBBY' };
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    wanted('m1', {}, { state: 'sending', attempts: 1, doubt });
    await expect(run()).rejects.toThrow(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 30 });
    expect(memory.get('pauses/T2-C0NEW')).toBeUndefined();
  });
  it('is not held up by a workspace that is connected no more', async () => {
    workspaces.delete('T1');
    const doubt = { since: at(1), team: 'T1', channel: 'C0LOBBY' };
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    wanted('m2', { at: at(2) }, { state: 'sending', attempts: 1, doubt });
    await run();
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ error: 'team_not_connected' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent', team: 'T2' });
    expect(lobby()?.error).toBeUndefined();
  });
});
