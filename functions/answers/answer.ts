/** What an engine is asked. */
export type Question = { readonly text: string };

/**
 * An engine's answer: at hand as a text, or coming as parts of one, or `undefined` for "not mine".
 * An answer at hand is written at once; one that comes is written as it comes.
 */
export type Answered = string | AsyncIterable<string> | undefined;

/** A reply engine. */
export type Answer = (question: Question) => Answered;

/** The first engine that has an answer gives it. */
export const firstOf =
  (...engines: readonly Answer[]): Answer =>
  (question) => {
    for (const engine of engines) {
      const answered = engine(question);
      if (answered !== undefined) return answered;
    }
    return undefined;
  };
