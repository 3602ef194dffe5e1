import { FirebaseError } from 'firebase/app';

/** How often a write is tried, and how long it waits at most before the second time (milliseconds); before each further one twice as long. */
const TRIES = 4;
const BREATH = 50;

/**
 * Writes, and tries anew where Firestore gave the write up for the sake of another one (`aborted`): nothing of it was done. Whoever is in
 * each other's way waits for a while by chance, so as not to be again. https://cloud.google.com/firestore/docs/understand-error-codes
 */
export async function againstContention<Result>(write: () => Promise<Result>): Promise<Result> {
  for (let nth = 1; ; nth += 1)
    try {
      return await write();
    } catch (error) {
      if (nth === TRIES || !isGivenUp(error)) throw error;
      const most = BREATH * 2 ** (nth - 1);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * most));
    }
}

/** The SDK's FirestoreError is no instance of its own class: its base class resets the prototype. */
const isGivenUp = (error: unknown): boolean => error instanceof FirebaseError && error.code === 'aborted';
