import { Failure } from './failure.ts';

/** Slack's cursors are opaque, in base64; these hold the key of the item that the next page begins with. */
export const cursor = (key: string): string => Buffer.from(`next:${key}`).toString('base64');

/** The key in a cursor; fails with `invalid_cursor` for what is none. */
export function keyIn(given: string): string {
  const key = /^next:([\w.]+)$/.exec(Buffer.from(given, 'base64').toString())?.[1];
  if (key === undefined) throw new Failure('invalid_cursor');
  return key;
}

/**
 * A page of at most `size` items that rise by `key`, and the cursor of the next page: empty text at the end, as Slack
 * has it. The item a cursor names may have gone since: the page begins with the next.
 */
export function page<Item>(
  items: Item[],
  size: number,
  given: string | undefined,
  key: (item: Item) => string,
): { items: Item[]; next_cursor: string } {
  const first = given === undefined ? '' : keyIn(given);
  const rest = items.filter((item) => key(item) >= first);
  const next = rest[size];
  return { items: rest.slice(0, size), next_cursor: next === undefined ? '' : cursor(key(next)) };
}
