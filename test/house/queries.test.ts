import { describe, expect, it } from 'vitest';
import { storeOf } from '../../functions/bindings/store.ts';
import type { Reading } from '../../functions/components/reading.ts';
import { READS } from '../rules/queries/components.ts';
import { recorded } from '../rules/queries/recorded.ts';

/** A store that takes down what its reads are given. */
const listening = (store: Reading, given: unknown[]): Reading =>
  new Proxy(store, {
    get:
      (_, name: keyof Reading) =>
      (...them: unknown[]) => {
        given.push(...them);
        return (store[name] as (...all: unknown[]) => Promise<unknown>)(...them);
      },
  });

/** TypeScript lets a read take fewer arguments than it is given. */
describe('a read asks Firestore for all that it is given', () => {
  it.each(Object.entries(READS))('%s', async (_, { read }) => {
    const given: unknown[] = [];
    const request = await recorded((firestore) =>
      read(
        listening(
          storeOf((act) => act(firestore)),
          given,
        ),
      ),
    );
    const text = JSON.stringify(request);
    const said = given.map((one) => (one instanceof Date ? one.toISOString() : String(one)));
    expect(said.filter((one) => !text.includes(one))).toEqual([]);
  });
});
