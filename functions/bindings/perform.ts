import { FirebaseError } from 'firebase/app';
import {
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  setDoc,
  updateDoc,
  writeBatch,
} from 'firebase/firestore/lite';
import { getFunctions } from 'firebase-admin/functions';
import { type Effect, type Outcome, Refused, type Work } from '../model/effect.ts';
import { REGION } from '../params.ts';
import { adminApp } from './admin.ts';
import { againstContention } from './contention.ts';
import { storedFields } from './fields.ts';
import type { As } from './session.ts';

/** Does one effect, as the component whose Firestore this is. */
export type Perform = (effect: Effect) => Promise<Outcome>;

/** Lets a component work: each effect is done before it is asked for the next, and a failure is thrown at where it was asked. */
export async function work<Result>(component: Work<Result>, perform: Perform): Promise<Result> {
  let step = await component.next('done');
  while (!step.done) {
    let outcome: Outcome;
    try {
      outcome = await perform(step.value);
    } catch (error) {
      step = await component.throw(error);
      continue;
    }
    step = await component.next(outcome);
  }
  return step.value;
}

/** Effects on Firestore under the rules, and on the queues. */
export const performerOf =
  (as: As): Perform =>
  async (effect) => {
    switch (effect.do) {
      case 'create':
        return as((firestore) => created(firestore, effect));
      case 'update':
        return as((firestore) =>
          changed(effect, () => updateDoc(doc(firestore, effect.path), storedFields(effect.fields))),
        );
      case 'remove':
        return as((firestore) => changed(effect, () => deleteDoc(doc(firestore, effect.path))));
      case 'together':
        return as((firestore) => changed(effect, () => together(firestore, effect)));
      case 'enqueue':
        await getFunctions(adminApp())
          .taskQueue(`locations/${REGION}/functions/${effect.queue}`)
          .enqueue({ ...effect.job });
        return 'done';
    }
  };

/** The SDK's FirestoreError is no instance of its own class: its base class resets the prototype. */
const isRefusal = (error: unknown): boolean =>
  error instanceof FirebaseError && (error.code === 'permission-denied' || error.code === 'not-found');

/** The rules let a creation through once; whoever comes later is told apart from who may not create by reading. */
async function created(firestore: Firestore, effect: Effect & { do: 'create' }): Promise<Outcome> {
  const place = doc(firestore, effect.path);
  try {
    await againstContention(() => setDoc(place, storedFields(effect.fields)));
    return 'done';
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const isThere = await getDoc(place).then(
      (found) => found.exists(),
      (failure: unknown) => {
        if (isRefusal(failure)) return false;
        throw failure;
      },
    );
    if (isThere) return 'exists';
    throw new Refused(effect, { cause: error });
  }
}

function together(firestore: Firestore, { updates }: Effect & { do: 'together' }): Promise<void> {
  const batch = writeBatch(firestore);
  for (const { path, fields } of updates) batch.update(doc(firestore, path), storedFields(fields));
  return batch.commit();
}

async function changed(effect: Effect, write: () => Promise<void>): Promise<Outcome> {
  try {
    await againstContention(write);
    return 'done';
  } catch (error) {
    if (isRefusal(error)) throw new Refused(effect, { cause: error });
    throw error;
  }
}
