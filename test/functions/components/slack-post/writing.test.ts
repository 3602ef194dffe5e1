import { describe, expect, it } from 'vitest';
import { Later } from '../../../../functions/model/effect.ts';
import { at } from '../../memory.ts';
import { changesIn, lobby, memory, mirrorOf, requests, run, slack, wanted } from './turn.ts';

describe('what slackPost writes', () => {
  it('goes in one request with the next attempt', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    await run();
    expect(requests()).toEqual(['taken', 'm1 sending', 'm1 sent + m2 sending', 'm2 sent', 'let go']);
  });
  it('has the attempt in it before Slack hears of the message, and what Slack shows before it hears of the next', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const seen: unknown[] = [];
    const { post } = slack;
    slack.post = (...call) => {
      seen.push([lobby()?.lease.held, mirrorOf('m1')?.state, mirrorOf('m2')?.state]);
      return post.apply(slack, call);
    };
    await run();
    expect(seen).toEqual([
      [true, 'sending', 'wanted'],
      [true, 'sent', 'sending'],
    ]);
  });
  it('is one after the other where an attempt is refused, and nothing that Slack shows is forgotten', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    memory.refuses = (effect) =>
      changesIn(effect).some(({ path, fields }) => path.endsWith('m2') && fields.state === 'sending');
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual(['post first by Alice (web)']);
    expect(mirrorOf('m1')?.state).toBe('sent');
    expect(mirrorOf('m2')).toMatchObject({ state: 'wanted', attempts: 0 });
    expect(lobby()).toMatchObject({ lease: { held: false } });
  });
  it('is what Slack shows of a message, also where the next one cannot be read', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const { message: read } = memory.reading;
    memory.reading.message = async (where, id) => {
      if (id === 'm2') throw new Error('no answer');
      return read(where, id);
    };
    await expect(run()).rejects.toThrow('no answer');
    expect(slack.calls).toEqual(['post first by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1700000010.000100' });
  });
  it('is what Slack shows of a message before another is given up', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' }, { attempts: 20 });
    await run();
    expect(requests()).toEqual(['taken', 'm1 sending', 'm1 sent', 'm2 failed', 'let go']);
  });
  it('is what Slack shows of a message before one that answers it is given its place', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second', thread: 'm1' });
    await run();
    expect(slack.calls[1]).toBe('post second by Alice (web) in 1700000010.000100');
    expect(requests()).toEqual(['taken', 'm1 sending', 'm1 sent', 'm2 sending', 'm2 sent', 'let go']);
  });
  it('is a part of what is wanted, and the next attempt, where more was wanted meanwhile', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    memory.refuses = (effect) =>
      slack.calls.length === 1 &&
      changesIn(effect).some(({ path, fields }) => path.endsWith('m1') && fields.state === 'sent');
    await run();
    expect(slack.calls).toEqual([
      'post first by Alice (web)',
      'post second by Alice (web)',
      'update 1700000010.000100 first',
    ]);
    expect([mirrorOf('m1')?.state, mirrorOf('m2')?.state]).toEqual(['sent', 'sent']);
  });
});
