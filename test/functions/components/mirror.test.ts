import { beforeEach, describe, expect, it } from 'vitest';
import { mirror } from '../../../functions/components/mirror.ts';
import { Refused } from '../../../functions/model/effect.ts';
import type { Message } from '../../../functions/model/message.ts';
import type { Mirror } from '../../../functions/model/mirror.ts';
import { link, Memory, message } from '../memory.ts';

const path = 'mirrors/lobby-m1';
let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.set('links/lobby', link());
});
const run = (changed: Message) =>
  memory.run(mirror({ store: memory.reading })({ room: 'lobby', id: 'm1', message: changed }));
const mark = () => memory.get<Mirror>(path);

describe('mirror', () => {
  it('marks a message as wanted, and gives its room a turn', async () => {
    await run(message());
    expect(mark()).toMatchObject({ room: 'lobby', message: 'm1', wanted: 1, sent: 0, state: 'wanted' });
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  it.each([
    ['what came from Slack', message({ author: { kind: 'slack', id: 'T1-U1' } })],
    [
      'a reply that is being written',
      message({ author: { kind: 'component', id: 'reply' }, reply: { to: 'm0', state: 'writing' } }),
    ],
    [
      'a reply that failed before it said anything',
      message({ author: { kind: 'component', id: 'reply' }, text: '', reply: { to: 'm0', state: 'failed' } }),
    ],
  ])('leaves %s alone', async (_, changed) => {
    await run(changed);
    expect(memory.effects).toEqual([]);
  });
  it('marks a reply that broke off after some words', async () => {
    const author = { kind: 'component', id: 'reply' } as const;
    await run(message({ author, text: 'Hello', reply: { to: 'm0', state: 'failed' } }));
    expect(mark()).toMatchObject({ wanted: 1, state: 'wanted' });
  });
  it('leaves a room without a link alone', async () => {
    memory.documents.delete('links/lobby');
    await run(message());
    expect(memory.effects).toEqual([]);
  });
  it('wants what Slack has as it is now also without a link, and gives no turn', async () => {
    await run(message());
    memory.documents.delete('links/lobby');
    await run(message({ revision: 2, text: '', deleted: new Date() }));
    expect(mark()).toMatchObject({ wanted: 2, state: 'wanted' });
    expect(memory.jobs).toHaveLength(1);
  });
  it('marks nothing anew without a link, however often it is changed', async () => {
    memory.documents.delete('links/lobby');
    await run(message({ revision: 2 }));
    expect(memory.effects).toEqual([]);
  });
  it('lets what was given up begin anew with an edit', async () => {
    await run(message());
    memory.set(path, { ...mark(), state: 'failed', attempts: 20, error: 'no_answer' });
    await run(message({ revision: 2 }));
    expect(mark()).toMatchObject({ wanted: 2, state: 'wanted', attempts: 0 });
    expect(mark()).not.toHaveProperty('error');
  });
  it('raises the level with an edit', async () => {
    await run(message());
    await run(message({ revision: 3 }));
    expect(mark()).toMatchObject({ wanted: 3, state: 'wanted' });
  });
  it('writes nothing for an event that comes twice or late, and gives the turn again', async () => {
    await run(message({ revision: 2 }));
    const before = mark();
    await run(message({ revision: 1 }));
    await run(message({ revision: 2 }));
    expect(mark()).toEqual(before);
    expect(memory.jobs).toHaveLength(3);
  });
  it('leaves an attempt in doubt', async () => {
    await run(message());
    memory.set(path, { ...mark(), state: 'sending' });
    await run(message({ revision: 2 }));
    expect(mark()).toMatchObject({ wanted: 2, state: 'sending' });
  });
});

describe('a mark that is moved while it is raised', () => {
  const refusedOnce = (moved: () => void) => {
    let isFirst = true;
    memory.refuses = (effect) => {
      if (effect.do !== 'update' || !isFirst) return false;
      isFirst = false;
      moved();
      return true;
    };
  };
  it('is read and raised again', async () => {
    await run(message());
    refusedOnce(() => memory.set(path, { ...mark(), state: 'sending', lease: 3, attempts: 1 }));
    await run(message({ revision: 2, text: 'anew' }));
    expect(mark()).toMatchObject({ wanted: 2, state: 'sending' });
    expect(memory.jobs).toHaveLength(2);
  });
  it('is left alone when it was raised as high', async () => {
    await run(message());
    refusedOnce(() => memory.set(path, { ...mark(), wanted: 3, lease: 3 }));
    await run(message({ revision: 2, text: 'anew' }));
    expect(mark()).toMatchObject({ wanted: 3 });
    expect(memory.jobs).toHaveLength(2);
  });
  it('is an error when it was not moved', async () => {
    await run(message());
    memory.refuses = (effect) => effect.do === 'update';
    await expect(run(message({ revision: 2, text: 'anew' }))).rejects.toBeInstanceOf(Refused);
  });
});
