import { type Effect, Refused, type Work } from '../model/effect.ts';

/** Does what the rules may refuse, and tells whether they let it through. */
export async function* allowed(effect: Effect): Work<boolean> {
  try {
    yield effect;
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return false;
  }
}
