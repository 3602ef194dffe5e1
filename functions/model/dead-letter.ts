import * as v from 'valibot';
import { ComponentName } from './component.ts';
import { count, guard, words } from './guard.ts';
import { ATTEMPTS_MAX, REASON_MAX, UID_MAX } from './limits.ts';

/** `open` until an operator decides: `redriven` (it was put to work again) or `discarded`. Given up anew, it is `open` again. */
export const DEAD_LETTER_STATES = ['open', 'redriven', 'discarded'] as const;

/** `deadLetters/{job}`: a job that was given up, kept until someone redrives or discards it. */
export const DeadLetter = v.strictObject({
  component: ComponentName,
  room: v.string(),
  message: v.string(),
  error: words(REASON_MAX),
  attempts: v.pipe(count(0), v.maxValue(ATTEMPTS_MAX)),
  at: v.date(),
  state: v.picklist(DEAD_LETTER_STATES),
  /** The operator who decided, by uid, and when. */
  by: v.optional(words(UID_MAX)),
  decided: v.optional(v.date()),
});
export type DeadLetter = v.InferOutput<typeof DeadLetter>;

export const asDeadLetter = guard('dead letter', DeadLetter);
export const deadLettersPath = 'deadLetters';

export const deadLetterPath = (job: string): string => `deadLetters/${job}`;
