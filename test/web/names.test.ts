import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Author } from '#model/message.ts';
import { type Appearance, type Names, openNames } from '../../web/data/names.ts';

const alice = { kind: 'person', id: 'alice' } as const;

let pages: Record<string, Appearance>;
let asked: string[];
let names: Names;
beforeEach(() => {
  pages = { alice: { name: 'Alice' } };
  asked = [];
  names = openNames(async ({ id }) => {
    asked.push(id);
    return pages[id];
  });
});

it('reads everybody once', async () => {
  names.appearance(alice);
  await vi.waitFor(() => expect(names.appearance(alice).value).toEqual({ name: 'Alice' }));
  names.appearance(alice);
  expect(asked).toEqual(['alice']);
});
describe('an answer that does not come', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const openWith = (failures: number) => {
    let asks = 0;
    const read = vi.fn<(author: Author) => Promise<Appearance | undefined>>(async () => {
      asks += 1;
      if (asks <= failures) throw new Error('offline');
      return { name: 'Alice' };
    });
    return { read, opened: openNames(read) };
  };

  it('is asked for again, without anybody who looks anew', async () => {
    const { read, opened } = openWith(2);
    const shown = opened.appearance(alice);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(shown.value).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(shown.value).toEqual({ name: 'Alice' });
    expect(read).toHaveBeenCalledTimes(3);
  });
  it('is asked for six times, and no more', async () => {
    const { read, opened } = openWith(100);
    opened.appearance(alice);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(read).toHaveBeenCalledTimes(6);
  });
  it('is not asked for again where somebody is known meanwhile', async () => {
    const { read, opened } = openWith(100);
    opened.appearance(alice);
    await vi.advanceTimersByTimeAsync(10);
    opened.learn(alice, { name: 'Alicia' });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(read).toHaveBeenCalledTimes(1);
    expect(opened.appearance(alice).value).toEqual({ name: 'Alicia' });
  });
});

it('knows at once what it learns, also where nothing was found', async () => {
  pages = {};
  const shown = names.appearance(alice);
  await Promise.resolve();
  expect(shown.value).toBeUndefined();
  names.learn(alice, { name: 'Alicia' });
  expect(shown.value).toEqual({ name: 'Alicia' });
  expect(names.appearance(alice)).toBe(shown);
});
it('keeps what it learnt when something older is found after that', async () => {
  const shown = names.appearance(alice);
  names.learn(alice, { name: 'Alicia' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toEqual(['alice']);
  expect(shown.value).toEqual({ name: 'Alicia' });
});
it('asks for nobody whom it was told of before', () => {
  names.learn(alice, { name: 'Alicia' });
  expect(names.appearance(alice).value).toEqual({ name: 'Alicia' });
  expect(asked).toEqual([]);
});
