import { beforeEach, expect, it, vi } from 'vitest';
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
