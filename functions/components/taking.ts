import { type Effect, type Outcome, Refused, type Work } from '../model/effect.ts';

/** Asks for an effect and tells what came of it; nothing where it was refused. */
export type UnlessTaken = (effect: Effect) => Work<Outcome | undefined>;

/** Asks for what somebody else may have had meanwhile: a refusal is kept, to be told when all else is done. */
export const taking = (refused: unknown[]): UnlessTaken =>
  async function* (effect) {
    try {
      return yield effect;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(error);
      return undefined;
    }
  };
