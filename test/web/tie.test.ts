// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Link } from '#model/link.ts';
import { openTie, type Tie } from '../../web/data/tie.ts';
import { link } from './links.ts';

let tie: Tie | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  tie?.close();
  look('visible');
  vi.useRealTimers();
});

const look = (state: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};

/** A tie that has been asked for once, and how often since. */
const opened = async (seen: Link | undefined, isWaiting = false) => {
  const read = vi.fn<() => Promise<Link | undefined>>(() => Promise.resolve(seen));
  const one = openTie(read, () => isWaiting);
  tie = one;
  await one.ask();
  read.mockClear();
  return { tie: one, read };
};

describe('the tie of a room to Slack', () => {
  it('that is made while the room is open is seen within a minute', async () => {
    const { tie, read } = await opened(undefined);
    expect(tie.link.value).toBeUndefined();
    read.mockResolvedValue(link);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tie.link.value).toEqual(link);
    expect(read).toHaveBeenCalledOnce();
  });
  it('that is undone while the room is open is seen within a minute', async () => {
    const { tie, read } = await opened(link);
    read.mockResolvedValue(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tie.link.value).toBeUndefined();
  });
  it('is asked for every 20 s while something waits for Slack', async () => {
    const { read } = await opened(link, true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(3);
  });
  it('is not asked for more often where there is none, for all that once waited', async () => {
    const { read } = await opened(undefined, true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(1);
  });
  it('is not asked for while nobody looks, and at once when somebody does again', async () => {
    const { read } = await opened(link, true);
    look('hidden');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(read).not.toHaveBeenCalled();
    look('visible');
    expect(read).toHaveBeenCalledOnce();
  });
  it('is none for whoever may not see it any more', async () => {
    const { tie, read } = await opened(link);
    read.mockRejectedValue(Object.assign(new Error('no'), { code: 'permission-denied' }));
    await tie.ask();
    expect(tie.link.value).toBeUndefined();
  });
  it('stays as it was where there is no answer', async () => {
    const { tie, read } = await opened(link);
    read.mockRejectedValue(Object.assign(new Error('offline'), { code: 'unavailable' }));
    await tie.ask();
    expect(tie.link.value).toEqual(link);
  });
  it('is what was asked for last, whichever answer comes last', async () => {
    const { tie, read } = await opened(undefined);
    let answer: (late: Link | undefined) => void = () => undefined;
    const late = new Promise<Link | undefined>((resolve) => (answer = resolve));
    read.mockReturnValueOnce(late).mockResolvedValueOnce(link);
    const first = tie.ask();
    await tie.ask();
    answer(undefined);
    await first;
    expect(tie.link.value).toEqual(link);
  });
  it('is asked for no more once the room is closed', async () => {
    const { tie, read } = await opened(link, true);
    tie.close();
    look('visible');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(read).not.toHaveBeenCalled();
  });
});
