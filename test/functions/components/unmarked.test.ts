import { beforeEach, expect, it } from 'vitest';
import { sweep } from '../../../functions/components/sweep.ts';
import type { Message } from '../../../functions/model/message.ts';
import { at, link, Memory, message, room } from '../memory.ts';

/** Seconds at which it is swept: the lobby's channel was not heard for so long, and what was said at first is out of every run's reach. */
const NOW = 5_000;

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.set('rooms/lobby', room({ reply: 'off' }));
  memory.set('links/lobby', link({ settled: at(0), heard: at(0) }));
});
const run = (store = memory.reading) => memory.run(sweep({ store })({ now: at(NOW) }));
const said = (id: string, seconds: number, over: Partial<Message> = {}) =>
  memory.set(`rooms/lobby/messages/${id}`, message({ at: at(seconds), ...over }));
const slack = { author: { kind: 'slack', id: 'T1-U1' } } as const;
/** What asks for a look: with it gone, the room is compared again. */
const lookAsked = () => [...memory.documents.keys()].find((path) => path.startsWith('inbox/')) ?? '';
const marks = () => [...memory.documents.keys()].filter((path) => path.startsWith('mirrors/'));

it('marks what was said since Slack has all of a room, however long ago that was', async () => {
  said('settled', 0);
  said('m1', 1);
  said('m2', 2, slack);
  said('m3', 3);
  said('m4', NOW - 1);
  await run();
  expect(marks()).toEqual(['mirrors/lobby-m1', 'mirrors/lobby-m3']);
  expect(memory.get('mirrors/lobby-m1')).toMatchObject({ state: 'wanted', wanted: 1, at: at(1) });
});

it('marks nothing twice, and nothing where the channel is not compared yet', async () => {
  said('m1', 1);
  await run();
  memory.documents.delete(lookAsked());
  await run();
  const marked = memory.effects.filter((effect) => 'path' in effect && effect.path.startsWith('mirrors/'));
  expect(marked).toHaveLength(1);

  memory.documents.delete('mirrors/lobby-m1');
  memory.set('links/lobby', link({ heard: at(NOW - 599) }));
  await run();
  expect(marks()).toEqual([]);
});

it('lets the room’s turn go on from a long stretch that needs nothing, to find what comes after it', async () => {
  for (let n = 1; n <= 200; n += 1) said(`slack${n}`, n, slack);
  said('m1', 201);
  await run();
  expect(marks()).toEqual([]);
  expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  memory.set('links/lobby', link({ settled: at(200) }));
  memory.documents.delete(lookAsked());
  await run();
  expect(marks()).toEqual(['mirrors/lobby-m1']);
});

it('finds what was said just now behind many that were said before', async () => {
  for (let n = 0; n < 250; n += 1) said(`m${n}`, NOW - 590 + n);
  said('new', NOW - 60);
  await run();
  expect(marks()).toContain('mirrors/lobby-new');
});

it('looks after everything else when one kind of thing cannot be read, and says that rather than what was refused', async () => {
  memory.set('inbox/Ev1', {
    team: 'T1',
    app: 'A1',
    type: 'message',
    body: '{}',
    received: at(0),
    expires: at(9_000),
    state: 'received',
  });
  said('m1', 1);
  memory.refuses = (effect) => effect.do === 'create' && effect.path === 'mirrors/lobby-m1';
  const failing = () => Promise.reject(new Error('unreadable'));
  await expect(run({ ...memory.reading, saidBetween: failing })).rejects.toThrow('unreadable');
  expect(memory.get('inbox/Ev1')).toMatchObject({ nudges: 1 });
  const both = {
    ...memory.reading,
    saidBetween: failing,
    repliesOpen: () => Promise.reject(new Error('offline')),
  };
  await expect(run(both)).rejects.toThrow(/offline.*unreadable/);
});
