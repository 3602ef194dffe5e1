import { beforeEach, describe, expect, it } from 'vitest';
import { Later } from '../../../../functions/model/effect.ts';
import { at, link } from '../../memory.ts';
import { inSlack, memory, mirrorOf, run, slack, wanted } from './turn.ts';

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
