import { expect, it, vi } from 'vitest';
import type { SlackDesk } from '../../scripts/client/slack-desk.ts';
import { killWorkers } from '../flow/workers.ts';
import { Random } from '../simulation/random.ts';
import { placesOf } from './rooms.ts';
import { Weather } from './weather.ts';

vi.mock(import('../flow/workers.ts'), async (real) => ({
  ...(await real()),
  killWorkers: vi.fn<() => number>(() => 4),
}));

it('tells how many died in this storm, and counts those of all', async () => {
  const weather = new Weather(new Random(1));
  const desk = { fail: async () => undefined } as unknown as SlackDesk;
  const rage = async () => {
    const until = AbortSignal.timeout(50);
    return weather.rage(desk, 'a run', placesOf(1), { kills: 2, time: 1, until });
  };
  expect([await rage(), await rage()]).toEqual([8, 8]);
  expect(weather.kills).toBe(16);
  expect(killWorkers).toHaveBeenCalledTimes(4);
});
