import { beforeEach, describe, expect, it } from 'vitest';
import { ABREAST } from '../../../functions/components/abreast.ts';
import { sweep } from '../../../functions/components/sweep.ts';
import { Refused } from '../../../functions/model/effect.ts';
import type { InboxEntry } from '../../../functions/model/inbox.ts';
import type { Message } from '../../../functions/model/message.ts';
import type { Mirror } from '../../../functions/model/mirror.ts';
import { at, link, Memory, message, room } from '../memory.ts';

/** Seconds after the first message at which it is swept. */
const NOW = 300;

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.set('rooms/lobby', room());
  memory.set('links/lobby', link());
});
const run = (now = at(NOW)) => memory.run(sweep({ store: memory.reading })({ now }));
const said = (id: string, over: Partial<Message> = {}) =>
  memory.set(`rooms/lobby/messages/${id}`, message({ at: at(200), ...over }));
const replied = (id: string) =>
  said(`${id}-reply`, { author: { kind: 'component', id: 'reply' }, reply: { to: id, state: 'done' } });
/** A message that waits for Slack. */
const MARK: Mirror = {
  room: 'lobby',
  message: 'm1',
  at: at(200),
  wanted: 1,
  sent: 0,
  state: 'wanted',
  attempts: 0,
  lease: 1,
};
const marked = (id: string, over: Partial<Mirror> = {}) =>
  memory.set(`mirrors/lobby-${id}`, { ...MARK, message: id, sent: 1, state: 'sent', ...over });
const entry = (over: Partial<InboxEntry> = {}): InboxEntry => ({
  team: 'T1',
  app: 'A1',
  type: 'message',
  body: '{}',
  received: at(100),
  expires: at(9_000),
  state: 'received',
  ...over,
});

describe('a message that was left behind', () => {
  it('gets its mark, a turn for its room, and a place for its reply', async () => {
    said('m1', { thread: 'root' });
    await run();
    expect(memory.get('mirrors/lobby-m1')).toMatchObject({ wanted: 1, state: 'wanted', at: at(200) });
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
    expect(memory.get('rooms/lobby/messages/m1-reply')).toMatchObject({
      text: '',
      thread: 'root',
      reply: { to: 'm1', state: 'wanted' },
    });
  });
  it('is compared with others at a time, and what is known of their room is read once', async () => {
    const ids = Array.from({ length: 2 * ABREAST }, (_, nth) => `m${nth}`);
    for (const id of ids) said(id);
    const reads: string[] = [];
    let [underWay, most] = [0, 0];
    const seen = <Read extends (...args: never[]) => Promise<unknown>>(name: string, read: Read): Read =>
      (async (...args: never[]) => {
        reads.push(name);
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve));
        underWay -= 1;
        return read(...args);
      }) as Read;
    const { link: linkOf, message: messageOf, mirror: mirrorOf, room: roomOf } = memory.reading;
    const store = {
      ...memory.reading,
      room: seen('room', roomOf),
      message: seen('message', messageOf),
      mirror: seen('mirror', mirrorOf),
      link: seen('link', linkOf),
    };
    await memory.run(sweep({ store })({ now: at(NOW) }));
    for (const id of ids) expect(memory.get(`mirrors/lobby-${id}`)).toMatchObject({ wanted: 1 });
    const count = (name: string) => reads.filter((one) => one === name).length;
    const counts = ['room', 'link', 'mirror', 'message'].map((name) => [name, count(name)]);
    // Of the link once more, for the turn that the room is given.
    expect(Object.fromEntries(counts)).toEqual({
      room: 1,
      link: 2,
      mirror: ids.length,
      message: ids.length,
    });
    expect(most).toBe(ABREAST);
  });
  it('is left alone when it has both', async () => {
    said('m1');
    replied('m1');
    marked('m1');
    marked('m1-reply');
    await run();
    expect(memory.effects).toEqual([]);
  });
  it.each<[string, Partial<Message>]>([
    ['said a moment ago', { at: at(NOW - 10) }],
    ['older than one run looks back', { at: at(NOW - 601) }],
    ['deleted', { text: '', deleted: at(201), author: { kind: 'slack', id: 'T1-U1' } }],
  ])('is left alone when it was %s', async (_, over) => {
    said('m1', over);
    await run();
    expect(memory.effects).toEqual([]);
  });
  it('gets no mark where its room is not linked, and no place where nobody is answered', async () => {
    memory.documents.delete('links/lobby');
    memory.set('rooms/lobby', room({ reply: 'off' }));
    said('m1');
    await run();
    expect(memory.effects).toEqual([]);
  });
  it('is found behind more than a page of others', async () => {
    for (let n = 0; n < 120; n += 1) {
      said(`m${n}`, { at: at(100 + n / 2) });
      if (n === 119) continue;
      replied(`m${n}`);
      marked(`m${n}`);
      marked(`m${n}-reply`);
    }
    await run();
    expect(memory.get('mirrors/lobby-m119')).toBeDefined();
  });
});

describe('a room in which something waits', () => {
  const waiting = (over: Partial<Mirror> = {}) => marked('m1', { state: 'sending', sent: 0, ...over });
  it.each([
    ['when it is free', link()],
    ['when its worker had its time', link({ lease: { number: 3, held: true, since: at(NOW - 61) } })],
  ])('is given one turn %s', async (_, tie) => {
    memory.set('links/lobby', tie);
    waiting();
    marked('m2', { state: 'wanted', sent: 0 });
    await run();
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  it.each([
    ['while somebody is at work', link({ lease: { number: 3, held: true, since: at(NOW - 30) } })],
    ['while Slack wants a pause', link({ pause: { since: at(NOW - 10), seconds: 30 } })],
  ])('is given none %s', async (_, tie) => {
    memory.set('links/lobby', tie);
    waiting();
    await run();
    expect(memory.jobs).toEqual([]);
  });
  it('is given none before those who are at it had their time', async () => {
    waiting({ at: at(NOW - 20) });
    await run();
    expect(memory.jobs).toEqual([]);
  });

  /** A mark of reactions in a room. */
  const felt = (room: string, id: string, seconds = 200) =>
    memory.set(`reactionMirrors/${room}-${id}-reactions`, {
      ...MARK,
      room,
      message: id,
      at: at(seconds),
      state: 'wanted',
    });
  it('is given one for its messages and its reactions together', async () => {
    waiting();
    felt('lobby', 'm1');
    await run();
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  it.each([
    ['messages', 'before'],
    ['messages', 'zoo'],
    ['reactions', 'before'],
    ['reactions', 'zoo'],
  ])(
    'is seen behind more %s than a run could look at, in a room that Slack refuses: %s',
    async (what, other) => {
      waiting();
      felt('lobby', 'm1');
      if (what === 'reactions') memory.documents.delete('mirrors/lobby-m1');
      else memory.documents.delete('reactionMirrors/lobby-m1-reactions');
      memory.set(`links/${other}`, link({ channel: 'C0OTHER', pause: { since: at(NOW), seconds: 3_600 } }));
      for (let n = 0; n < 300; n += 1)
        if (what === 'reactions') felt(other, `o${n}`, n / 10);
        else memory.set(`mirrors/${other}-o${n}`, { ...MARK, room: other, message: `o${n}`, at: at(n / 10) });
      await run();
      expect(memory.jobs).toEqual([{ room: 'lobby' }]);
    },
  );
  it('is one of those that a run has time for', async () => {
    for (let n = 0; n < 210; n += 1) {
      const name = `room${String(n).padStart(3, '0')}`;
      memory.set(`links/${name}`, link({ channel: `C${n}` }));
      memory.set(`mirrors/${name}-m1`, { ...MARK, room: name });
    }
    await run();
    expect(memory.jobs).toHaveLength(200);
  });
});

describe('a reply that nobody carries on', () => {
  const open = (state: 'wanted' | 'writing', seconds: number) =>
    said('m1-reply', {
      author: { kind: 'component', id: 'reply' },
      text: 'so far',
      revision: 4,
      at: at(NOW - seconds),
      reply: { to: 'm1', state },
    });
  it.each(['wanted', 'writing'] as const)(
    'is said to have failed, with the text it has: %s',
    async (state) => {
      open(state, 91);
      await run();
      expect(memory.get('rooms/lobby/messages/m1-reply')).toMatchObject({
        text: 'so far',
        revision: 5,
        reply: { to: 'm1', state: 'failed' },
      });
    },
  );
  it('has its time', async () => {
    open('writing', 89);
    await run();
    expect(memory.effects).toEqual([]);
  });
});

describe('a Slack event that nobody applied', () => {
  it('is brought up again, and given up in the end', async () => {
    memory.set('inbox/Ev1', entry());
    for (let n = 1; n <= 5; n += 1) {
      await run();
      expect(memory.get('inbox/Ev1')).toMatchObject({ state: 'received', nudges: n });
    }
    await run();
    expect(memory.get('inbox/Ev1')).toMatchObject({ state: 'failed', reason: 'nobody could apply it' });
    await run();
    expect(memory.effects).toHaveLength(6);
  });
  it('has its time', async () => {
    memory.set('inbox/Ev1', entry({ received: at(NOW - 30) }));
    await run();
    expect(memory.effects).toEqual([]);
  });
});

it('does everything else when one thing is refused, and says so at the end', async () => {
  memory.set('inbox/Ev1', entry());
  memory.set('inbox/Ev2', entry());
  memory.refuses = (effect) => effect.do === 'update' && effect.path === 'inbox/Ev1';
  await expect(run()).rejects.toBeInstanceOf(Refused);
  expect(memory.get('inbox/Ev2')).toMatchObject({ nudges: 1 });
});

describe('a channel', () => {
  const asked = () => [...memory.documents].filter(([path]) => path.startsWith('inbox/look-'));
  it('is looked through when that was long ago, once at a time', async () => {
    memory.clock = at(NOW);
    memory.set('links/lobby', link({ heard: at(-400) }));
    await run();
    await run();
    expect(asked()).toEqual([
      [
        expect.stringMatching(/^inbox\/look-lobby-[0-9]{12}$/),
        {
          team: 'T1',
          app: 'sweep',
          type: 'look',
          body: JSON.stringify({ type: 'look', room: 'lobby', team: 'T1', channel: 'C0LOBBY' }),
          received: memory.clock,
          expires: at(NOW + 86_400),
          state: 'received',
        },
      ],
    ]);
  });
  it('is left alone when it was looked through lately', async () => {
    memory.set('links/lobby', link({ heard: at(NOW - 599) }));
    await run();
    expect(asked()).toEqual([]);
  });
  it('is not asked for again while its look is still to be had, but after ten minutes, or once it was heard further', async () => {
    memory.set('links/lobby', link({ heard: at(-4_000) }));
    await run(at(NOW));
    await run(at(NOW + 60));
    expect(asked()).toHaveLength(1);
    memory.set('links/lobby', link({ heard: at(-3_000) }));
    await run(at(NOW + 120));
    expect(asked()).toHaveLength(2);
    await run(at(NOW + 720));
    expect(asked()).toHaveLength(3);
  });
  it('has its turn though others wait for theirs', async () => {
    for (let n = 0; n < 15; n += 1)
      memory.set(`links/room${n}`, link({ channel: `C${n}A`, heard: at(-1_000 - n) }));
    await run(at(NOW));
    await run(at(NOW + 60));
    expect(asked()).toHaveLength(15);
  });
  it('waits for its turn: ten in one run, those that Slack refused something last', async () => {
    memory.set('links/lobby', link({ heard: at(-2_000), error: 'not_in_channel' }));
    for (let n = 0; n < 10; n += 1)
      memory.set(`links/room${n}`, link({ channel: `C${n}A`, heard: at(-1_000 - n) }));
    await run();
    expect(asked()).toHaveLength(10);
    expect(asked().some(([path]) => path.includes('lobby'))).toBe(false);
  });
  it('has its turn however many there are that Slack refused something', async () => {
    for (let n = 0; n < 120; n += 1)
      memory.set(`links/room${n}`, link({ channel: `C${n}A`, heard: at(-9_000 - n), error: 'is_archived' }));
    memory.set('links/lobby', link({ heard: at(-1_000) }));
    await run();
    expect(asked()[0]?.[0]).toContain('lobby');
    expect(asked()).toHaveLength(10);
  });
});
