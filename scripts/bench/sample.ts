import { doc, getDocFromServer, onSnapshot } from 'firebase/firestore';
import type { Person } from '../client/person.ts';
import { within } from '../client/within.ts';
import type { Sample } from './figures.ts';

/** Milliseconds until an answer is taken for late. */
const PATIENCE = 10_000;
/** Milliseconds before the send and after the sight: neither the listener's own start nor its end is measured. */
const QUIET = 30;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends, and times until a document is seen. One that is on the server though no snapshot told of it is late, not lost. */
export async function sample(
  { firestore }: Pick<Person, 'firestore'>,
  path: string,
  send: () => Promise<unknown>,
): Promise<Sample> {
  const place = doc(firestore, path);
  let began = 0;
  const seen = within<number>(PATIENCE, path, (found, failed) =>
    onSnapshot(place, (snapshot) => snapshot.exists() && found(performance.now() - began), failed),
  );
  await pause(QUIET);
  began = performance.now();
  const [outcome] = await Promise.all([
    seen.catch(async () => lateOrLost((await getDocFromServer(place)).exists())),
    send(),
  ]);
  await pause(QUIET);
  return outcome;
}

/** What to call an answer that nobody saw in time. */
export const lateOrLost = (isThere: boolean): Sample => (isThere ? 'late' : 'lost');
