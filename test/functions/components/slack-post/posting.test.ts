import { describe, expect, it } from 'vitest';
import { Later } from '../../../../functions/model/effect.ts';
import { at, message } from '../../memory.ts';
import { inSlack, lobby, memory, mirrorOf, pass, run, slack, wanted } from './turn.ts';

describe('slackPost', () => {
  it('posts what is wanted, in the order of the room, and records it', async () => {
    wanted('m2', { at: at(2), text: 'second' });
    wanted('m1', { at: at(1), text: 'first' });
    await run();
    expect(slack.calls).toEqual(['post first by Alice (web)', 'post second by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({
      state: 'sent',
      sent: 1,
      channel: 'C0LOBBY',
      ts: '1700000010.000100',
    });
    expect(lobby()).toMatchObject({ lease: { number: 1, held: false }, settled: at(2) });
  });
  it('finds nothing to do the second time', async () => {
    wanted('m1');
    await run();
    await run();
    expect(slack.calls).toHaveLength(1);
  });
  it('holds back what was written after a message that has no mark yet', async () => {
    memory.set('rooms/lobby/messages/m1', message({ at: at(1) }));
    wanted('m2', { at: at(2), text: 'second' });
    await run();
    expect(slack.calls).toEqual([]);
    wanted('m1', { at: at(1), text: 'first' });
    await run();
    expect(slack.calls).toEqual(['post first by Alice (web)', 'post second by Alice (web)']);
  });
  it('holds back what was written after a message that is marked while it reads', async () => {
    memory.set('rooms/lobby/messages/m1', message({ at: at(1), text: 'first' }));
    wanted('m2', { at: at(2), text: 'second' });
    const { messagesSince } = memory.reading;
    const store = {
      ...memory.reading,
      messagesSince: async (...asked: Parameters<typeof messagesSince>) => {
        const said = await messagesSince(...asked);
        wanted('m1', { at: at(1), text: 'first' });
        return said;
      },
    };
    await run({ store });
    expect(slack.calls).toEqual([]);
    // The turn that the mark brings.
    await run();
    expect(slack.calls).toEqual(['post first by Alice (web)', 'post second by Alice (web)']);
  });
  it('reads the messages again when one that is due is not among them: another may be missing', async () => {
    memory.set('rooms/lobby/messages/m1', message({ at: at(1), text: 'first' }));
    wanted('m2', { at: at(2), text: 'second' });
    let reads = 0;
    const store = {
      ...memory.reading,
      messagesSince: async (...asked: Parameters<typeof memory.reading.messagesSince>) =>
        reads++ === 0 ? [] : memory.reading.messagesSince(...asked),
    };
    await run({ store });
    expect(slack.calls).toEqual([]);
  });
  it('shows a message as it is by then, and not as it was when the queue was read', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const store = {
      ...memory.reading,
      person: async (uid: string) => {
        // By now the queue is read, and nothing was posted yet.
        wanted('m2', { at: at(2), text: 'second, edited', revision: 2 });
        return memory.reading.person(uid);
      },
    };
    await run({ store });
    expect(slack.calls.slice(0, 2)).toEqual([
      'post first by Alice (web)',
      'post second, edited by Alice (web)',
    ]);
  });
  it('takes no message that is older than what is wanted of it', async () => {
    wanted('m1', { at: at(1), text: 'first, edited', revision: 2 });
    const { messagesSince } = memory.reading;
    const store = {
      ...memory.reading,
      messagesSince: async (...asked: Parameters<typeof messagesSince>) =>
        (await messagesSince(...asked)).map(({ id, value }) => ({
          id,
          value: { ...value, text: 'first', revision: 1 },
        })),
    };
    await run({ store });
    expect(slack.calls).toEqual(['post first, edited by Alice (web)']);
  });
  it('asks nothing of Slack when its lease may have run out, and leaves the attempt in doubt', async () => {
    wanted('m1', { text: 'hello @everybody' });
    const store = {
      ...memory.reading,
      room: async () => {
        // The worker is held up here for longer than its lease.
        pass(61_000);
        return undefined;
      },
    };
    await expect(run({ store })).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual([]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sending', attempts: 1 });
  });
  it('does not wait for what came from Slack, nor for a reply that is being written', async () => {
    memory.set('rooms/lobby/messages/s', message({ at: at(1), author: { kind: 'slack', id: 'T1-U1' } }));
    memory.set(
      'rooms/lobby/messages/r',
      message({
        at: at(2),
        author: { kind: 'component', id: 'reply' },
        reply: { to: 's', state: 'writing' },
      }),
    );
    wanted('m2', { at: at(3), text: 'second' });
    await run();
    expect(slack.calls).toEqual(['post second by Alice (web)']);
  });
  it('works off more than one batch, past a long stretch that needs nothing', async () => {
    for (let i = 0; i < 120; i += 1)
      memory.set(
        `rooms/lobby/messages/s${i}`,
        message({ at: at(i), author: { kind: 'slack', id: 'T1-U1' } }),
      );
    for (let i = 0; i < 60; i += 1) wanted(`m${i}`, { at: at(200 + i), text: `${i}` });
    await run();
    expect(slack.calls).toEqual(Array.from({ length: 60 }, (_, i) => `post ${i} by Alice (web)`));
    expect(lobby()?.settled).toEqual(at(259));
  });
  it('updates after an edit and removes after a deletion', async () => {
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    wanted('m2', { at: at(2), revision: 2, text: '', deleted: at(3) }, inSlack('2.000100'));
    await run();
    expect(slack.calls).toEqual(['update 1.000100 edited', 'remove 2.000100']);
  });
  it('posts nothing of what was deleted before Slack had it', async () => {
    wanted('m1', { revision: 2, text: '', deleted: at(3) });
    await run();
    expect(slack.calls).toEqual([]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'void', sent: 2 });
  });
  it('answers in the thread of a message of the web, and of one from Slack', async () => {
    wanted('root', { at: at(1), text: 'root' });
    wanted('m1', { at: at(2), text: 'one', thread: 'root' });
    wanted('m2', { at: at(3), text: 'two', thread: 'slack-C0LOBBY-1699999999.000200' });
    await run();
    expect(slack.calls).toEqual([
      'post root by Alice (web)',
      'post one by Alice (web) in 1700000010.000100',
      'post two by Alice (web) in 1699999999.000200',
    ]);
  });
  it('marks guests, and names who has no page', async () => {
    memory.set('people/gus', { name: 'Gus', guest: true });
    wanted('m1', { text: 'a', author: { kind: 'person', id: 'gus' } });
    wanted('m2', { at: at(2), text: 'b', author: { kind: 'person', id: 'stranger' } });
    await run();
    expect(slack.calls).toEqual(['post a by Gus (guest)', 'post b by Somebody (web)']);
  });
});
