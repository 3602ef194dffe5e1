import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../../../functions/components/reading.ts';
import { Later } from '../../../../functions/model/effect.ts';
import { NOT_CONNECTED } from '../../../../functions/slack/port.ts';
import { at, link } from '../../memory.ts';
import { Channel, changesIn, lobby, memory, mirrorOf, pass, run, slack, wanted } from './turn.ts';

describe('slackPost in trouble', () => {
  it('looks before it posts again when an answer was lost, and posts once', async () => {
    wanted('m1');
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sending', attempts: 1 });
    slack.losesAnswer = false;
    await run();
    expect(slack.calls).toEqual(['post hello by Alice (web)', 'find m1', `update 1700000010.000100 hello`]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1700000010.000100' });
  });
  it('posts again when Slack has nothing', async () => {
    wanted('m1', {}, { state: 'sending', attempts: 1 });
    await run();
    expect(slack.calls).toEqual(['find m1', 'post hello by Alice (web)']);
  });
  it('looks for what was given up in doubt when it is tried again', async () => {
    wanted('m1');
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    slack.losesAnswer = false;
    memory.set('mirrors/lobby-m1', { ...mirrorOf('m1'), attempts: 20 });
    await run();
    expect(mirrorOf('m1')).toMatchObject({ state: 'failed' });
    memory.set('mirrors/lobby-m1', { ...mirrorOf('m1'), state: 'wanted', attempts: 0 });
    await run();
    expect(slack.calls.slice(1)).toEqual(['find m1', 'update 1700000010.000100 hello']);
  });
  it('never posts again without having looked', async () => {
    wanted('m1', {}, { state: 'sending', attempts: 1 });
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual(['find m1']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sending' });
  });
  it('leaves a pause on the link when Slack says wait, and what waits in order', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toHaveLength(1);
    expect(lobby()).toMatchObject({ pause: { seconds: 30 }, lease: { held: false }, settled: at(0) });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0 });
    await run();
    expect(slack.calls.slice(1)).toEqual(['post first by Alice (web)', 'post second by Alice (web)']);
  });
  it('tells all rooms of the channel that Slack wants to wait', async () => {
    wanted('m1');
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toEqual({ since: memory.clock, seconds: 30 });
    slack.troubles = [{ kind: 'limited', seconds: 40 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 40 });
  });
  it('leaves the longer wait of two, and its own job as it was', async () => {
    wanted('m1');
    memory.set('pauses/T1-C0LOBBY', { since: memory.clock, seconds: 90 });
    memory.refuses = (effect) => effect.do === 'update' && effect.path.startsWith('pauses/');
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 90 });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0 });
    expect(lobby()).toMatchObject({ lease: { held: false }, pause: { seconds: 30 } });
  });
  it('asks nothing when another room was told to wait meanwhile, lets go, and comes again', async () => {
    wanted('m1');
    memory.refuses = (effect) => changesIn(effect).some(({ fields }) => fields.state === 'sending');
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual([]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0 });
    expect(lobby()).toMatchObject({ lease: { held: false }, pause: { seconds: 0 } });
  });
  it('waits for an hour at most, however long Slack says', async () => {
    wanted('m1');
    slack.troubles = [{ kind: 'limited', seconds: 86_400 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(lobby()).toMatchObject({ pause: { seconds: 3_600 }, lease: { held: false } });
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 3_600 });
  });
  it('names on the link what has to be mended, and forgets it when it is', async () => {
    wanted('m1');
    slack.troubles = [{ kind: 'configuration', code: 'not_in_channel' }];
    await run();
    expect(lobby()).toMatchObject({ error: 'not_in_channel', pause: { seconds: 60 } });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0, error: 'not_in_channel' });
    await run();
    expect(lobby()?.error).toBeUndefined();
    expect(mirrorOf('m1')?.state).toBe('sent');
  });
  it('waits while the link’s workspace is not connected, and loses nothing', async () => {
    memory.set('links/lobby', link({ team: 'T2' }));
    wanted('m1');
    const elsewhere = new Channel();
    const slackOf = (team: string) => (team === 'T2' ? slack : elsewhere);
    const turn = () => run({ slackOf });
    slack.troubles = [{ kind: 'configuration', code: NOT_CONNECTED }];
    await turn();
    expect(lobby()).toMatchObject({ error: NOT_CONNECTED, pause: { seconds: 60 } });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0 });
    await turn();
    expect(lobby()?.error).toBeUndefined();
    expect(mirrorOf('m1')?.state).toBe('sent');
    expect(elsewhere.calls).toEqual([]);
  });
  it('keeps as a dead letter what Slack will never take, and goes on', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    slack.troubles = [{ kind: 'final', code: 'msg_too_long' }];
    await run();
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({
      component: 'slackPost',
      error: 'msg_too_long',
    });
    expect(mirrorOf('m1')).toMatchObject({ state: 'failed' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent' });
  });
  it('keeps as a dead letter what is not what it should be, and goes on', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const { message, messagesSince } = memory.reading;
    const store = {
      ...memory.reading,
      message: (lobby: string, id: string) =>
        id === 'm1' ? Promise.reject(new Unreadable('m1')) : message(lobby, id),
      messagesSince: async (...which: Parameters<typeof messagesSince>) =>
        (await messagesSince(...which)).filter(({ id }) => id !== 'm1'),
    };
    await run({ store });
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ error: 'the message cannot be read' });
    expect(mirrorOf('m1')?.state).toBe('failed');
    expect(mirrorOf('m2')?.state).toBe('sent');
    const offline = { ...store, message: () => Promise.reject(new Error('offline')) };
    wanted('m3', { at: at(3) });
    memory.documents.delete('rooms/lobby/messages/m3');
    await expect(run({ store: offline })).rejects.toThrow('offline');
    expect(mirrorOf('m3')?.state).toBe('wanted');
  });
  it('backs off where Slack gives no answer, for an hour before it gives a message up', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const waits: number[] = [];
    while (memory.get('deadLetters/lobby-m1') === undefined && waits.length < 30) {
      slack.troubles = [{ kind: 'unknown' }];
      await run().catch((error: unknown) => {
        if (!(error instanceof Later)) throw error;
      });
      waits.push(lobby()?.pause.seconds ?? Number.NaN);
    }
    expect(waits.slice(0, 10)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
    expect(waits.slice(0, 20).reduce((sum, wait) => sum + wait)).toBeGreaterThan(3_600);
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ attempts: 20 });
    // The next one has attempts of its own.
    expect(mirrorOf('m2')).toMatchObject({ state: 'sending', attempts: 1 });
  });
  it('gives up after twenty attempts', async () => {
    wanted('m1', {}, { state: 'sending', attempts: 20 });
    await run();
    expect(slack.calls).toEqual([]);
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ attempts: 20 });
  });
  it('comes again later when another holds the room', async () => {
    wanted('m1');
    memory.refuses = (effect) => changesIn(effect).some(({ path }) => path === 'links/lobby');
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual([]);
  });
  it('leaves the rest to another turn when its time is up', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const { post } = slack;
    slack.post = (...call) => {
      pass(31_000);
      return post.apply(slack, call);
    };
    await run();
    expect(slack.calls).toHaveLength(1);
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
    expect(lobby()?.lease.held).toBe(false);
  });
  it('records a part when more was wanted meanwhile', async () => {
    wanted('m1');
    memory.refuses = (effect) =>
      effect.do === 'update' && effect.fields.state === 'sent' && slack.calls.length === 1;
    await run();
    expect(slack.calls).toEqual(['post hello by Alice (web)', 'update 1700000010.000100 hello']);
  });
});
