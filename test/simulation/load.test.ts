import { expect, it } from 'vitest';
import { SENDS_PER_WINDOW } from '../../functions/model/limits.ts';
import type { Bug } from './bug.ts';
import { check, type Findings } from './checker.ts';
import { type Said, write } from './plan.ts';
import { Random } from './random.ts';
import type { Fates } from './scheduler.ts';
import { ROOMS, World } from './world.ts';

const CLEAN: Findings = { lost: [], doubled: [], reordered: [], phantom: [] };
/** Milliseconds after which every lease is over, and all that comes again has come. */
const REST = 600_000;

type Given = {
  readonly fates?: Fates;
  readonly doubles?: number;
  readonly bug?: Bug;
  readonly seed?: number;
};

const worldOf = ({ fates = () => undefined, doubles = 0, bug, seed = 1 }: Given = {}): World =>
  new World({
    random: new Random(seed),
    clocks: new Random(~seed),
    fates,
    trouble: () => undefined,
    doubles,
    losses: 0,
    bug,
  });

/** Alice says something after so many milliseconds; what is accepted is history. */
function say(world: World, history: Said[], at: number, nth: number, room: string): void {
  const { channel = '', reply } = ROOMS.find((one) => one.room === room) ?? {};
  const id = `m${String(nth).padStart(19, '0')}`;
  const text = `message ${nth}`;
  const of = { room, channel, id, answered: reply === 'always' };
  world.scheduler.after(at, () => {
    try {
      write(world, room, 'alice', id, text);
      history.push({ ...of, texts: [text], from: 'web', revision: 1, deleted: false });
    } catch (error) {
      if (!String(error).includes('denied')) throw error;
    }
  });
}

/** Lets everything run out, and sweeps once. */
async function restAndSweep(world: World, before: () => void = () => undefined): Promise<void> {
  await world.scheduler.run();
  world.calmDown();
  before();
  world.scheduler.after(REST, () => world.sweep());
  await world.scheduler.run();
}

it('of 1,000 messages that one person sends in a minute, as many are taken as the limit says, and all of these reach Slack', async () => {
  const world = worldOf();
  const history: Said[] = [];
  for (let nth = 0; nth < 1_000; nth += 1) say(world, history, nth * 40, nth, 'desk');
  await restAndSweep(world);
  expect(history).toHaveLength(SENDS_PER_WINDOW);
  expect(check(world, history)).toEqual(CLEAN);
});

/** A queue from which everything is gone that was put on it meanwhile, or one that is full. */
const queue = (isGone: () => boolean, isFull: boolean): Bug => ({
  name: 'a queue that is not there',
  effect: (_, effect, act) => {
    if (effect.do !== 'enqueue' || !isGone()) return act();
    if (isFull) throw new Error('The queue is full.');
    return 'done';
  },
});

it('what was on a queue that was lost is found by one sweep', async () => {
  const history: Said[] = [];
  let isGone = true;
  const world = worldOf({ bug: queue(() => isGone, false) });
  for (let nth = 0; nth < 30; nth += 1) say(world, history, nth * 200, nth, ROOMS[nth % 3]?.room ?? '');
  await restAndSweep(world, () => (isGone = false));
  expect(check(world, history)).toEqual(CLEAN);
});

it('a queue that is full is asked again, until it takes what it is given', async () => {
  const history: Said[] = [];
  let isFull = true;
  const world = worldOf({ bug: queue(() => isFull, true) });
  for (let nth = 0; nth < 30; nth += 1) say(world, history, nth * 200, nth, ROOMS[nth % 3]?.room ?? '');
  world.scheduler.after(30_000, () => (isFull = false));
  await world.scheduler.run();
  expect(check(world, history)).toEqual(CLEAN);
});

/** Calls during which nobody survives a restart. */
const RESTART = 60;

it.each([1, 2, 3])(
  'everything is restarted under load, and the queue is lost: one sweep finds what is open (seed %i)',
  async (seed) => {
    const history: Said[] = [];
    const random = new Random(seed);
    const begins = 100 + random.under(300);
    let isGone = false;
    const world = worldOf({
      seed,
      // Whoever is at work dies, and so does whoever begins.
      fates: (call) => {
        isGone ||= call >= begins;
        const isDown = isGone && call < begins + RESTART;
        return isDown ? random.pick(['dies before', 'dies after']) : undefined;
      },
      bug: queue(() => isGone, false),
    });
    for (let nth = 0; nth < 40; nth += 1)
      say(world, history, random.under(20_000), nth, random.pick(ROOMS).room);
    await restAndSweep(world, () => (isGone = false));
    expect(world.scheduler.deaths).toBe(RESTART);
    expect(check(world, history)).toEqual(CLEAN);
  },
);

it('a backlog of which a third comes twice goes out once, and a quiet room is not held up by it', async () => {
  const history: Said[] = [];
  const world = worldOf({ doubles: 1 / 3 });
  const BUSY = SENDS_PER_WINDOW - 1;
  for (let nth = 0; nth < BUSY; nth += 1) say(world, history, 0, nth, 'desk');
  say(world, history, 500, BUSY, 'lobby');
  await restAndSweep(world);
  expect(check(world, history)).toEqual(CLEAN);
  const quiet = world.slack.messages.findIndex(({ origin }) => origin?.room === 'lobby');
  expect(quiet).toBeLessThan(BUSY / 2);
});

it('a worker that wakes when another has had the room writes nothing more: the number of its lease is old', async () => {
  const history: Said[] = [];
  let posts = 0;
  const world = worldOf({
    fates: (_, label) => (label === 'slackPost slack.post' && ++posts === 1 ? 'sleeps' : undefined),
  });
  for (let nth = 0; nth < 3; nth += 1) say(world, history, nth, nth, 'desk');
  // A turn between the end of its lease and its waking.
  world.scheduler.after(62_500, () => world.sweep());
  await restAndSweep(world);
  expect(world.scheduler.deaths).toBe(1);
  expect(world.workers.refusals.filter((one) => one.startsWith('slackPost'))).toHaveLength(1);
  expect(check(world, history)).toEqual(CLEAN);
});
