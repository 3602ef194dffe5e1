import { createHash } from 'node:crypto';

/** The items in an order that follows from `seed` and their number alone. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const place = (index: number) => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  return items
    .map((item, index) => ({ item, place: place(index) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ item }) => item);
}
