import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stopwatch, until, within } from '../../scripts/client/within.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** From now on the clock is so much ahead, and nothing has happened meanwhile: the machine stood still. */
const halt = (milliseconds: number) => {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + milliseconds);
};

describe('a stopwatch', () => {
  it('counts what was waited', () => {
    const waited = stopwatch();
    for (let n = 0; n < 10; n += 1) {
      vi.advanceTimersByTime(100);
      waited();
    }
    expect(waited()).toBe(1_000);
  });
  it('does not count the time in which the machine stood still', () => {
    const waited = stopwatch();
    vi.advanceTimersByTime(300);
    expect(waited()).toBe(300);
    halt(600_000);
    expect(waited()).toBe(1_300);
  });
});

describe('who waits', () => {
  it('has what comes in time', async () => {
    let answer: string | undefined;
    const coming = until(5_000, 'an answer', async () => answer);
    await vi.advanceTimersByTimeAsync(4_900);
    answer = 'here';
    await vi.advanceTimersByTimeAsync(50);
    expect(await coming).toBe('here');
  });
  it.each([
    ['who asks again and again', () => until(5_000, 'an answer', async () => undefined)],
    ['who is told', () => within(5_000, 'an answer', () => () => undefined)],
  ])('is told what did not come: %s', async (_, wait) => {
    const outcome = vi.fn<(error: unknown) => void>();
    wait().catch(outcome);
    await vi.advanceTimersByTimeAsync(4_700);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(600);
    expect(outcome).toHaveBeenCalledWith(new Error('Waited 5000 ms in vain for an answer.'));
  });
  it.each([
    ['who asks again and again', () => until(5_000, 'an answer', async () => undefined)],
    ['who is told', () => within(5_000, 'an answer', () => () => undefined)],
  ])('goes on waiting after a halt: %s', async (_, wait) => {
    const outcome = vi.fn<(error: unknown) => void>();
    wait().catch(outcome);
    await vi.advanceTimersByTimeAsync(1_000);
    halt(600_000);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(outcome).toHaveBeenCalledTimes(1);
  });
  it('watches no longer than until it has it', async () => {
    const stop = vi.fn<() => void>();
    const coming = within<number>(5_000, 'a number', (found) => {
      setTimeout(() => found(7), 100);
      return stop;
    });
    await vi.advanceTimersByTimeAsync(200);
    expect(await coming).toBe(7);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
