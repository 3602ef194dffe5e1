import { describe, expect, it } from 'vitest';
import { Later } from '../../../../functions/model/effect.ts';
import { at } from '../../memory.ts';
import { inSlack, long, memory, mirrorOf, run, slack, wanted } from './turn.ts';

describe('slackPost with a long message', () => {
  it('posts it in parts, one after the other, before what was said next', async () => {
    wanted('m1', { text: long() });
    wanted('m2', { at: at(2), text: 'next' });
    await run();
    expect(slack.calls).toEqual([...'ABC', 'next'].map((text) => `post ${text} by Alice (web)`));
    expect(slack.posts.map(({ part }) => part)).toEqual([1, 2, 3, 1]);
    expect(slack.posts.slice(0, 3).map(({ text }) => text)).toEqual(long().split('\n\n'));
    expect(mirrorOf('m1')).toMatchObject({
      state: 'sent',
      ts: '1700000010.000100',
      parts: ['1700000010.000100', '1700000011.000100', '1700000012.000100'],
    });
  });
  it('posts every part into the thread that it is in', async () => {
    wanted('m1', { text: long('AB'), thread: 'slack-C0LOBBY-1699999999.000200' });
    await run();
    expect(slack.calls).toEqual(['A', 'B'].map((one) => `post ${one} by Alice (web) in 1699999999.000200`));
  });
  it('changes what is there and adds what has come when it grows', async () => {
    wanted('m1', { revision: 2, text: long() }, inSlack('1.000100', '1.000200'));
    await run();
    expect(slack.calls).toEqual(['update 1.000100 A', 'update 1.000200 B', 'post C by Alice (web)']);
    expect(mirrorOf('m1')?.parts).toEqual(['1.000100', '1.000200', '1700000010.000100']);
  });
  it('removes what is too much when it shrinks, from the end', async () => {
    wanted('m1', { revision: 2, text: 'short' }, inSlack('1.000100', '1.000200', '1.000300'));
    await run();
    expect(slack.calls).toEqual(['update 1.000100 short', 'remove 1.000300', 'remove 1.000200']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1.000100', parts: ['1.000100'] });
  });
  it('removes all of it when it is deleted', async () => {
    wanted('m1', { revision: 2, text: '', deleted: at(3) }, inSlack('1.000100', '1.000200'));
    await run();
    expect(slack.calls).toEqual(['remove 1.000200', 'remove 1.000100']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1.000100' });
  });
  it('goes on where it was stopped between two parts, with what Slack has', async () => {
    wanted('m1', { text: long() });
    slack.troubles = [undefined, { kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    // The first part is there: from now on it is looked for, though Slack has refused the second.
    expect(mirrorOf('m1')).toMatchObject({
      state: 'sending',
      attempts: 0,
      doubt: { team: 'T1', channel: 'C0LOBBY' },
    });
    await run();
    expect(slack.calls.slice(2)).toEqual([
      'find m1',
      'update 1700000010.000100 A',
      'post B by Alice (web)',
      'post C by Alice (web)',
    ]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', parts: { length: 3 } });
    expect(mirrorOf('m1')).not.toHaveProperty('doubt');
  });
  it('removes parts of an attempt that nobody has on record', async () => {
    wanted('m1', { text: long() });
    slack.troubles = [undefined, undefined, { kind: 'unknown' }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    wanted('m1', { revision: 2, text: 'short' }, { ...mirrorOf('m1'), wanted: 2 });
    await run();
    expect(slack.calls.slice(3)).toEqual([
      'find m1',
      'update 1700000010.000100 short',
      'remove 1700000011.000100',
    ]);
  });
  it('makes a further part anew that is gone from Slack', async () => {
    wanted('m1', { revision: 2, text: long('AB') }, inSlack('1.000100', '1.000200'));
    slack.gone.add('1.000200');
    await run();
    expect(slack.calls.slice(1)).toEqual(['update 1.000200 B', 'post B by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', parts: ['1.000100', '1700000010.000100'] });
  });
  it('leaves all of it alone where the first part is gone from Slack', async () => {
    const mirror = inSlack('1.000100', '1.000200');
    wanted('m1', { revision: 2, text: long('ABC') }, mirror);
    for (const ts of ['1.000100', '1.000200']) slack.gone.add(ts);
    await run();
    expect(slack.calls).toEqual(['update 1.000100 A']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', sent: 2, parts: ['1.000100', '1.000200'] });
    expect(memory.get('deadLetters/lobby-m1')).toBeUndefined();
  });
});
