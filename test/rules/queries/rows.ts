import { storeOf } from '../../../functions/bindings/store.ts';
import { type FigureName, figure } from '../matrix/figures.ts';
import { SCENE } from '../matrix/scene.ts';
import type { Case, Request } from '../wire/index.ts';
import { READS } from './components.ts';
import { recorded } from './recorded.ts';
import { variationsOf } from './variations.ts';
import { WEB } from './web.ts';

/** Everything that is read, by the web and by the components. */
export const READINGS: readonly string[] = [
  ...Object.values(WEB).flatMap((listings) => listings.map(({ name }) => name)),
  ...Object.keys(READS),
];

/** Every read of the store as the SDK makes it, and every list of the web, each also in all ways in which it may not be made. By what is read. */
export async function queryCases(): Promise<ReadonlyMap<string, readonly Case[]>> {
  const found = new Map<string, readonly Case[]>(
    Object.values(WEB).flatMap((listings) => listings.map((one) => [one.name, variationsOf(one)] as const)),
  );
  for (const [name, { by, read, most, also, everywhere }] of Object.entries(READS)) {
    const request = await recorded((firestore) => read(storeOf((act) => act(firestore))));
    const cases =
      most === undefined
        ? by.map((who) => one(name, who, request))
        : variationsOf({ name, request, by, also, everywhere, most, needs: [] });
    found.set(name, cases);
  }
  return found;
}

const one = (name: string, who: FigureName, ask: Request): Case => ({
  name: `${who} reads ${name}`,
  about: ask.do === 'get' ? (ask.path.split('/').at(-2) ?? '') : name,
  as: figure(who),
  given: SCENE,
  ask,
  may: true,
});
