import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Hope } from './hope.ts';

const SECOND = 1_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How long somebody hopes who looks each second, up to an hour: in seconds. */
function lasts(standing: (second: number) => string): number {
  const hope = new Hope();
  for (let second = 0; second < 3_600; second += 1) {
    if (!hope.isLeft(standing(second))) return second;
    vi.advanceTimersByTime(SECOND);
  }
  return 3_600;
}

it('hopes for four minutes while nothing changes', () => {
  expect(lasts(() => 'as ever')).toBe(240);
});
it('hopes on as long as things change, however slowly', () => {
  expect(lasts((second) => String(Math.floor(second / 200)))).toBe(3_600);
});
it('hopes for four minutes after the last change', () => {
  expect(lasts((second) => (second < 100 ? 'one' : 'two'))).toBe(340);
});
