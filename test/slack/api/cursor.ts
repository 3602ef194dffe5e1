import { Failure } from './failure.ts';

/** Slack's cursors are opaque, in base64; these hold the key of the item that the next page begins with. */
const cursor = (key: string): string => Buffer.from(`next:${key}`).toString('base64');

function keyIn(given: string): string {
  const key = /^next:([\w.]+)$/.exec(Buffer.from(given, 'base64').toString())?.[1];
  if (key === undefined) throw new Failure('invalid_cursor');
  return key;
}

/**
 * A page of at most `size` items, and the cursor of the next: empty text at the end, as Slack has it. Items rise by
 * `key`, or fall: then what `key` names may have gone since, and the page begins after it.
 */
export function page<Item>(
  items: Item[],
  size: number,
  given: string | undefined,
  key: (item: Item) => string,
  order: 'rising' | 'falling' = 'rising',
): { items: Item[]; next_cursor: string } {
  const first = given === undefined ? undefined : keyIn(given);
  const reached = (item: Item) =>
    first === undefined || (order === 'rising' ? key(item) >= first : key(item) <= first);
  const rest = items.filter(reached);
  const next = rest[size];
  return { items: rest.slice(0, size), next_cursor: next === undefined ? '' : cursor(key(next)) };
}
