import { doc, getDocFromServer, onSnapshot } from 'firebase/firestore';
import type { Person } from '../client/person.ts';
import { within } from '../client/within.ts';

/** One round: milliseconds from the send to the sight of the answer, or that it came late, or not at all. */
export type Sample = number | 'late' | 'lost';

const PATIENCE = 10_000;

/** Sends, and times until a document is seen. One that is on the server though no snapshot told of it is late, not lost. */
export async function sample(
  { firestore }: Person,
  path: string,
  send: () => Promise<unknown>,
): Promise<Sample> {
  const place = doc(firestore, path);
  let began = 0;
  const seen = within<number>(PATIENCE, path, (found, failed) =>
    onSnapshot(place, (snapshot) => snapshot.exists() && found(performance.now() - began), failed),
  );
  // The listener is in place before the send: its own start is not what is measured.
  await new Promise((resolve) => setTimeout(resolve, 30));
  began = performance.now();
  const [outcome] = await Promise.all([
    seen.catch(async () => ((await getDocFromServer(place)).exists() ? 'late' : 'lost') as Sample),
    send(),
  ]);
  return outcome;
}

export type Figures = {
  readonly p50: number;
  readonly p95: number;
  readonly late: number;
  readonly lost: number;
};

/** The middle and the slow end of what was seen, in milliseconds. */
export function figuresOf(samples: readonly Sample[]): Figures {
  const times = samples.filter((one): one is number => typeof one === 'number').sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((times[Math.ceil(times.length * share) - 1] ?? Number.NaN) * 10) / 10;
  const count = (what: Sample) => samples.filter((one) => one === what).length;
  return { p50: at(0.5), p95: at(0.95), late: count('late'), lost: count('lost') };
}
