import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Listen, listening } from '../../web/data/listening.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });

/** A server that can be spoken for: how often it was asked, and what the last to ask is told. */
const server = () => {
  const stop = vi.fn<() => void>();
  const listen = vi.fn<Listen<string>>(() => stop);
  const last = () => listen.mock.lastCall ?? expect.fail('Nobody has asked.');
  return {
    stop,
    asked: () => listen.mock.calls.length,
    says: (what: string) => last()[0](what),
    ends: (code: string) => last()[1](coded(code)),
    listen,
  };
};

const opened = () => {
  const at = server();
  const heard = vi.fn<(what: string) => void>();
  const refused = vi.fn<(error: Error) => void>();
  return { at, heard, refused, close: listening(at.listen, heard, refused) };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a listener', () => {
  it('that the server ends for a while is opened anew, and hears on', () => {
    const { at, heard, refused } = opened();
    at.says('one');
    at.ends('resource-exhausted');
    expect(at.asked()).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(at.asked()).toBe(2);
    at.says('two');
    expect(heard.mock.calls).toEqual([['one'], ['two']]);
    expect(refused).not.toHaveBeenCalled();
  });
  it('asks less and less often, a minute apart at most, and at once again when something was heard', () => {
    const { at } = opened();
    const waits = Array.from({ length: 9 }, () => {
      const before = at.asked();
      at.ends('unavailable');
      let waited = 0;
      for (; at.asked() === before; waited += 1_000) vi.advanceTimersByTime(1_000);
      return waited / 1_000;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    at.says('there again');
    at.ends('unavailable');
    vi.advanceTimersByTime(1_000);
    expect(at.asked()).toBe(11);
  });
  it.each([
    'permission-denied',
    'unauthenticated',
    'invalid-argument',
    'failed-precondition',
    'not-found',
    'unimplemented',
  ])('that is refused for good (%s) says so once, and asks no more', (code) => {
    const { at, refused } = opened();
    at.ends(code);
    vi.advanceTimersByTime(600_000);
    expect(at.asked()).toBe(1);
    expect(refused.mock.calls).toEqual([[coded(code)]]);
  });
  it('is stopped where it stands: while it listens, and while it waits', () => {
    const one = opened();
    one.close();
    expect(one.at.stop).toHaveBeenCalledTimes(1);
    const other = opened();
    other.at.ends('internal');
    other.close();
    vi.advanceTimersByTime(600_000);
    expect(other.at.asked()).toBe(1);
  });
});
