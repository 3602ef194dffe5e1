import { expect, it } from 'vitest';
import type { Bug } from './bug.ts';
import { write } from './plan.ts';
import { Random } from './random.ts';
import type { SlackPort, Trouble } from './slack-side.ts';
import { START, World } from './world.ts';

const SECONDS = 30;
const RETRY_AFTER: Trouble = { kind: 'limited', seconds: SECONDS };

/** A call about a channel, and the milliseconds since the beginning. */
type Call = { readonly channel: string; readonly at: number };

/** Takes down each call that names a channel. */
const watching = (calls: Call[], now: () => number): Bug => ({
  name: 'nothing but somebody who watches',
  slack: (slack) =>
    Object.fromEntries(
      Object.entries(slack).map(([name, call]) => [
        name,
        (...given: [string]) => {
          if (given[0]?.startsWith('C0')) calls.push({ channel: given[0], at: now() });
          return (call as (...all: unknown[]) => unknown)(...given);
        },
      ]),
    ) as unknown as SlackPort,
});

it.each([1, 2, 3, 4, 5])(
  'a channel that Slack wants to wait is left alone, and the others go on (seed %i)',
  async (seed) => {
    const calls: Call[] = [];
    const since = () => world.scheduler.now.getTime() - START.getTime();
    const troubles: Trouble[] = [RETRY_AFTER];
    const world: World = new World({
      random: new Random(seed),
      clocks: new Random(~seed),
      fates: () => undefined,
      trouble: () => troubles.shift(),
      doubles: 0,
      losses: 0,
      bug: watching(calls, () => since()),
    });
    const say = (at: number, room: string) =>
      world.scheduler.after(at, () =>
        write(world, room, 'alice', `${room}${at}`.padEnd(20, '0'), `at ${at}`),
      );
    say(0, 'desk');
    for (const at of [5_000, 15_000, 25_000]) for (const room of ['desk', 'booth', 'lobby']) say(at, room);
    await world.scheduler.run();

    const [told, ...later] = calls.filter(({ channel }) => channel === 'C0DESK').map(({ at }) => at);
    expect(Math.min(...later) - Number(told)).toBeGreaterThanOrEqual(SECONDS * 1_000);
    const posts = (room: string) => world.slack.messages.filter(({ origin }) => origin?.room === room);
    const order = [0, 5_000, 15_000, 25_000].map((at) => `at ${at}`);
    expect(posts('desk').map(({ text }) => text)).toEqual(order);
    expect(posts('booth').map(({ text }) => text)).toEqual(order.slice(1));
    for (const { ts, text } of posts('lobby')) {
      const said = Number(/at (\d+)$/.exec(text)?.[1]);
      expect(Number(ts) * 1_000 - START.getTime() - said).toBeLessThan(5_000);
    }
    expect(posts('lobby')).toHaveLength(6);
  },
);
