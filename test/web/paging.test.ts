import { expect, it, vi } from 'vitest';
import { type Listing, paging } from '../../web/data/paging.ts';

/** Two documents to a page. */
const SIZE = 2;

/** A list that changes, and who follows pages of it; they hear of it when they are `told`. */
const listOf = (...documents: string[]) => {
  let all = documents;
  const told = new Set<() => void>();
  const ears = new Map<string, number>();
  const heard = vi.fn<(listing: Listing<string>) => void>();
  const tellAll = (): void => {
    for (let before = -1; before !== told.size; ) {
      before = told.size;
      for (const tell of told) tell();
    }
  };
  const open = (most: number) =>
    paging<string>(
      (after, hear) => {
        const name = after ?? '';
        ears.set(name, (ears.get(name) ?? 0) + 1);
        const tell = (): void => {
          const rest = after === undefined ? all : all.filter((one) => one > after);
          const docs = rest.slice(0, SIZE);
          hear({ docs, isFull: docs.length === SIZE, isServers: true });
        };
        told.add(tell);
        return () => {
          told.delete(tell);
        };
      },
      (one, other) => one === other,
      most,
      heard,
    );
  const become = (...others: string[]): void => {
    all = others;
  };
  return { open, become, tellAll, told, ears, heard };
};

const shown = ({ heard }: ReturnType<typeof listOf>) => heard.mock.lastCall?.[0].docs.join('');

it('opens one page, and says whether there may be more', () => {
  const list = listOf('a', 'b', 'c');
  list.open(1);
  list.tellAll();
  expect(list.heard.mock.lastCall).toEqual([
    { docs: ['a', 'b'], starts: [undefined], isMore: true, isServers: true },
  ]);
});

it('opens another when it is asked to, and tells of it once it is there', () => {
  const list = listOf('a', 'b', 'c', 'd', 'e');
  const { more } = list.open(1);
  list.tellAll();
  more();
  more();
  expect(shown(list)).toBe('ab');
  list.tellAll();
  expect(list.heard.mock.lastCall).toEqual([
    { docs: ['a', 'b', 'c', 'd'], starts: [undefined, 'b'], isMore: true, isServers: true },
  ]);
  more();
  list.tellAll();
  expect(shown(list)).toBe('abcde');
  more();
  expect(list.told.size).toBe(3);
});

it('opens all by itself where it is to, and tells of none before', () => {
  const list = listOf('a', 'b', 'c', 'd', 'e');
  list.open(Number.POSITIVE_INFINITY);
  list.tellAll();
  expect(list.heard.mock.calls.map(([{ docs }]) => docs.join(''))).toContain('abcde');
  for (const [{ docs }] of list.heard.mock.calls) expect(docs.join('')).toBe('abcde');
});

it('misses nothing where a document comes before the end of a page', () => {
  const list = listOf('b', 'c', 'd', 'e');
  list.open(Number.POSITIVE_INFINITY);
  list.tellAll();
  list.heard.mockClear();
  list.become('a', 'b', 'c', 'd', 'e');
  list.tellAll();
  expect(list.heard.mock.calls.length).toBeGreaterThan(0);
  for (const [{ docs }] of list.heard.mock.calls) expect(docs.join('')).toBe('abcde');
});

it('shows nothing twice where a document goes', () => {
  const list = listOf('a', 'b', 'c', 'd');
  const { more } = list.open(1);
  list.tellAll();
  more();
  list.tellAll();
  list.heard.mockClear();
  list.become('a', 'c', 'd');
  list.tellAll();
  for (const [{ docs }] of list.heard.mock.calls) expect(docs.join('')).toBe('acd');
  expect(shown(list)).toBe('acd');
});

it('leaves the pages behind one alone that ends where it did', () => {
  const list = listOf('a', 'c', 'd');
  list.open(2);
  list.tellAll();
  list.tellAll();
  expect(list.ears.get('c')).toBe(1);
});

it('closes the pages behind one that is no longer full, and opens them again', () => {
  const list = listOf('a', 'b', 'c');
  list.open(2);
  list.tellAll();
  list.become('a');
  list.tellAll();
  expect(list.told.size).toBe(1);
  expect(shown(list)).toBe('a');
  list.become('a', 'b', 'c');
  list.tellAll();
  expect(shown(list)).toBe('abc');
});

it('knows what the server has said only when it has said all of it', () => {
  const heard = vi.fn<(listing: Listing<string>) => void>();
  paging<string>(
    (after, hear) => {
      hear({
        docs: after === undefined ? ['a'] : ['b'],
        isFull: after === undefined,
        isServers: after !== undefined,
      });
      return () => undefined;
    },
    (one, other) => one === other,
    2,
    heard,
  );
  expect(heard.mock.lastCall?.[0]).toMatchObject({ docs: ['a', 'b'], isServers: false });
});

it('hears nothing more once it is stopped', () => {
  const list = listOf('a', 'b', 'c');
  const { stop } = list.open(2);
  list.tellAll();
  stop();
  expect(list.told.size).toBe(0);
});
