import { beforeEach, describe, expect, it } from 'vitest';
import { Later } from '../../../../functions/model/effect.ts';
import { at, link } from '../../memory.ts';
import { Channel, inSlack, lobby, long, memory, mirrorOf, run, slack, wanted, workspaces } from './turn.ts';

describe('slackPost in a room that is a thread', () => {
  const thread = '1699999999.000200';
  beforeEach(() => memory.set('links/lobby', link({ mode: 'thread', thread })));

  it('posts into it, answers within it as well, and looks for posts there', async () => {
    wanted('m1', { text: 'one' });
    wanted('m2', { at: at(2), text: 'two', thread: 'm1' });
    wanted('m3', { at: at(3), text: 'three', thread: 'slack-C0LOBBY-1699999999.000300' });
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    slack.losesAnswer = false;
    await run();
    expect(slack.calls.filter((call) => call.startsWith('post'))).toEqual(
      ['one', 'two', 'three'].map((text) => `post ${text} by Alice (web) in ${thread}`),
    );
    expect(slack.looks).toMatchObject([{ channel: 'C0LOBBY', thread }]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', thread });
  });
  it('answers in the threads of the channel that it was before', async () => {
    memory.set('mirrors/lobby-root', { ...inSlack('1.000100'), channel: 'C0OLD', at: at(0), state: 'sent' });
    wanted('m1', { thread: 'root' });
    await run();
    expect(slack.calls).toEqual(['post hello by Alice (web) in 1.000100']);
    expect(mirrorOf('m1')?.channel).toBe('C0OLD');
  });
});

const GONE = 'thread_not_found';

describe('slackPost in a room that is a thread whose root was deleted', () => {
  const thread = '1699999999.000200';
  beforeEach(() => {
    memory.set('links/lobby', link({ mode: 'thread', thread }));
    slack.closed.add(thread);
    wanted('m1', { text: 'one' });
    wanted('m2', { at: at(2), text: 'two' });
  });

  it('leaves nothing in the channel, names on the link what has to be mended, and keeps all that waits', async () => {
    await run();
    expect(slack.calls).toEqual([`post one by Alice (web) in ${thread}`, 'remove 1700000010.000100']);
    expect(lobby()).toMatchObject({ error: GONE, pause: { seconds: 60 }, lease: { held: false } });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0, error: GONE });
    expect(mirrorOf('m1')).not.toHaveProperty('doubt');
    expect(mirrorOf('m2')).toMatchObject({ state: 'wanted', attempts: 0 });
    expect(memory.get('deadLetters/lobby-m1')).toBeUndefined();
  });
  it('looks whether the thread is there again before it posts again', async () => {
    await run();
    slack.calls.length = 0;
    await run();
    expect(slack.calls).toEqual(['find m1', 'find m1']);
    expect(lobby()).toMatchObject({ error: GONE });
    // What was waiting has been withdrawn: the next one does not try its luck either.
    memory.set('mirrors/lobby-m1', { ...mirrorOf('m1'), state: 'void', sent: 1 });
    slack.calls.length = 0;
    await run();
    expect(slack.calls).toEqual(['find m2', 'find m2']);
  });
  it('goes on in another thread, to which it was pointed', async () => {
    await run();
    const other = '1699999999.000300';
    memory.set('links/lobby', link({ mode: 'thread', thread: other, error: GONE }));
    slack.calls.length = 0;
    await run();
    expect(slack.calls).toEqual([
      'find m1',
      `post one by Alice (web) in ${other}`,
      `post two by Alice (web) in ${other}`,
    ]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', thread: other });
    expect(lobby()).not.toHaveProperty('error');
  });
  it.each([GONE, 'message_not_found'])('waits likewise where Slack refuses the post: %s', async (code) => {
    slack.troubles = [{ kind: 'final', code }];
    await run();
    expect(lobby()).toMatchObject({ error: GONE, pause: { seconds: 60 } });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0, error: GONE });
  });
  it('takes away what an attempt of which it did not hear left in the channel', async () => {
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    slack.losesAnswer = false;
    await run();
    expect(slack.calls.slice(1)).toEqual(['find m1', 'find m1', 'remove 1700000010.000100']);
    expect(lobby()).toMatchObject({ error: GONE });
    expect(mirrorOf('m1')).toMatchObject({ state: 'sending', attempts: 1 });
  });
  it('looks again for what it could not take away', async () => {
    slack.troubles = [undefined, { kind: 'unknown' }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sending', doubt: { thread } });
    await run();
    expect(slack.calls.slice(2)).toEqual(['find m1', 'find m1', 'remove 1700000010.000100']);
  });
});

describe('slackPost with an answer to what is gone from Slack', () => {
  const root = '1.000100';
  beforeEach(() => {
    memory.set('mirrors/lobby-root', { ...inSlack(root), at: at(0), state: 'sent' });
    slack.closed.add(root);
  });

  it('records that it stands in the channel, as Slack says, with all its parts', async () => {
    wanted('m1', { thread: 'root', text: long('AB') });
    await run();
    expect(slack.calls).toEqual([`post A by Alice (web) in ${root}`, 'post B by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', channel: 'C0LOBBY' });
    expect(mirrorOf('m1')).not.toHaveProperty('thread');
  });
  it('finds in the channel what it did not hear of, and records that', async () => {
    wanted('m1', { thread: 'root' });
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    slack.losesAnswer = false;
    await run();
    expect(slack.calls.slice(1)).toEqual(['find m1', 'find m1', 'update 1700000010.000100 hello']);
    expect(slack.looks).toMatchObject([{ thread: root }, { thread: undefined }]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1700000010.000100' });
    expect(mirrorOf('m1')).not.toHaveProperty('thread');
  });
  it('takes it for not posted where it is neither in the thread nor in the channel', async () => {
    const doubt = { since: at(1), team: 'T1', channel: 'C0LOBBY', thread: root };
    wanted('m1', { thread: 'root' }, { state: 'sending', attempts: 1, doubt });
    await run();
    expect(slack.calls).toEqual(['find m1', 'find m1', `post hello by Alice (web) in ${root}`]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent' });
  });
  it('gives that message alone up where Slack refuses it', async () => {
    wanted('m1', { thread: 'root' });
    wanted('m2', { at: at(2), text: 'two' });
    slack.troubles = [{ kind: 'final', code: GONE }];
    await run();
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ error: GONE });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent' });
    expect(lobby()).not.toHaveProperty('error');
  });
  it.each([
    ['channel', { channel: 'C0NEW' }],
    ['thread', { mode: 'thread' as const, thread: '1699999999.000200', channel: 'C0NEW' }],
    ['workspace', { team: 'T2' }],
  ])('leaves nothing in a channel that the room has left for another %s', async (_, to) => {
    workspaces.set('T2', new Channel());
    memory.set('links/lobby', link(to));
    wanted('m1', { thread: 'root' });
    await run();
    expect(slack.calls).toEqual([`post hello by Alice (web) in ${root}`, 'remove 1700000010.000100']);
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ error: GONE });
    expect(lobby()).not.toHaveProperty('error');
  });
});
