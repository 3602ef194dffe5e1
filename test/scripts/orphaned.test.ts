import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenOrphaned } from '../../scripts/orphaned.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells once that the parent has gone, and nothing while it is there', () => {
  let parent = 42;
  const then = vi.fn<() => void>();
  whenOrphaned(then, () => parent);
  vi.advanceTimersByTime(5_000);
  expect(then).not.toHaveBeenCalled();
  parent = 1;
  vi.advanceTimersByTime(5_000);
  expect(then).toHaveBeenCalledTimes(1);
});
