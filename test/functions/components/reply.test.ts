import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../functions/answers/answer.ts';
import { reply } from '../../../functions/components/reply.ts';
import { Refused } from '../../../functions/model/effect.ts';
import type { Message } from '../../../functions/model/message.ts';
import { Memory, message, room } from '../memory.ts';

const greet: Answer = ({ text }) => `Hello ${text}`;
const path = 'rooms/lobby/messages/m1-reply';

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.set('rooms/lobby', room());
});

const run = (answer: Answer, posted: Message = message()) =>
  memory.run(
    reply({ answer, rooms: memory.reading, messages: memory.reading })({
      room: 'lobby',
      id: 'm1',
      message: posted,
    }),
  );
const written = () => memory.get<Message>(path);

async function* parts(...texts: string[]) {
  yield* texts;
}

describe('reply', () => {
  it('answers a person, under the id of what it answers', async () => {
    await run(greet);
    expect(written()).toMatchObject({
      author: { kind: 'component', id: 'reply' },
      text: 'Hello hello',
      revision: 1,
      reply: { to: 'm1', state: 'done' },
    });
  });
  it('answers somebody in Slack', async () => {
    await run(greet, message({ author: { kind: 'slack', id: 'T1-U1' } }));
    expect(written()?.text).toBe('Hello hello');
  });
  it('stays in the thread', async () => {
    await run(greet, message({ thread: 'root' }));
    expect(written()?.thread).toBe('root');
  });
  it.each([
    ['a component', message({ author: { kind: 'component', id: 'reply' } })],
    ['a bot in Slack', message({ author: { kind: 'slack', id: 'T1-B0DEPLOY' } })],
    ['a tombstone', message({ text: '', deleted: new Date() })],
  ])('does not answer %s', async (_, posted) => {
    await run(greet, posted);
    expect(memory.effects).toEqual([]);
  });
  it('answers once, however often it is told', async () => {
    await run(greet);
    const first = written();
    await run(({ text }) => `Again ${text}`);
    expect(written()).toEqual(first);
  });
  it.each([
    ['off', 'hello @tsunagi', false],
    ['mentioned', 'hello', false],
    ['mentioned', 'hello @Tsunagi!', true],
    ['mentioned', 'hello @tsunagist', false],
    ['always', 'hello', true],
  ] as const)('in a room set to %s, to "%s": %s', async (setting, text, answers) => {
    memory.set('rooms/lobby', room({ reply: setting }));
    await run(greet, message({ text }));
    expect(written() !== undefined).toBe(answers);
  });
  it('says nothing where no engine has an answer', async () => {
    await run(() => undefined);
    expect(memory.effects).toEqual([]);
  });
  it('keeps an answer within its length', async () => {
    await run(() => '😀'.repeat(20_000));
    expect([...(written()?.text ?? '')]).toHaveLength(12_000);
  });
});

describe('a reply that comes in parts', () => {
  it('is claimed, written as it comes, and done', async () => {
    const answer: Answer = () => parts('Hel', 'lo');
    await run(answer);
    expect(memory.effects.map((effect) => ('fields' in effect ? effect.fields.text : ''))).toEqual([
      '',
      'Hel',
      'Hello',
      'Hello',
    ]);
    expect(written()).toMatchObject({ text: 'Hello', revision: 4, reply: { state: 'done' } });
  });
  it('is left alone by the second delivery', async () => {
    memory.set(path, { ...message({ text: 'Hel' }), reply: { to: 'm1', state: 'writing' } });
    let asked = 0;
    await run(() =>
      (async function* () {
        asked += 1;
        yield 'other';
      })(),
    );
    expect(asked).toBe(0);
    expect(written()?.text).toBe('Hel');
  });
  it('is failed with what there is where the engine breaks off', async () => {
    await run(() =>
      (async function* () {
        yield 'Hel';
        throw new Error('the model went away');
      })(),
    );
    expect(written()).toMatchObject({ text: 'Hel', reply: { state: 'failed' } });
  });
  it('is failed where nothing comes', async () => {
    await run(() => parts(' '));
    expect(written()).toMatchObject({ reply: { state: 'failed' } });
  });
});

describe('a place left open for a reply', () => {
  const open = (over: Partial<Message> = {}): Message =>
    message({
      author: { kind: 'component', id: 'reply' },
      text: '',
      reply: { to: 'm1', state: 'wanted' },
      ...over,
    });
  const fill = (answer: Answer, asked: Message | undefined = message()) => {
    if (asked) memory.set('rooms/lobby/messages/m1', asked);
    memory.set(path, open());
    return memory.run(
      reply({ answer, rooms: memory.reading, messages: memory.reading })({
        room: 'lobby',
        id: 'm1-reply',
        message: open(),
      }),
    );
  };
  it('is filled with the answer', async () => {
    await fill(greet);
    expect(written()).toMatchObject({ text: 'Hello hello', revision: 2, reply: { to: 'm1', state: 'done' } });
  });
  it('is filled as the answer comes', async () => {
    await fill(() => parts('a', 'b'));
    expect(written()).toMatchObject({ text: 'ab', revision: 5, reply: { to: 'm1', state: 'done' } });
  });
  it('is closed when there is nothing to answer any more', async () => {
    await fill(greet, message({ text: '', deleted: new Date() }));
    expect(written()?.reply).toEqual({ to: 'm1', state: 'failed' });
  });
  it('is left to who was there first', async () => {
    memory.refuses = (effect) => {
      memory.set(path, open({ text: 'first', reply: { to: 'm1', state: 'done' } }));
      return effect.do === 'update';
    };
    await fill(greet);
    expect(written()?.text).toBe('first');
  });
  it('is an error when it stays open though it was refused', async () => {
    memory.refuses = (effect) => effect.do === 'update';
    await expect(fill(greet)).rejects.toBeInstanceOf(Refused);
  });
});
