import * as v from 'valibot';
import { ComponentName } from './component.ts';
import { count, text } from './guard.ts';
import { REASON_MAX } from './limits.ts';

/** `deadLetters/{job}`: a job that was given up, kept until someone redrives or discards it. */
export const DeadLetter = v.strictObject({
  component: ComponentName,
  room: v.string(),
  message: v.string(),
  error: text(REASON_MAX),
  attempts: count(0),
  at: v.date(),
});
export type DeadLetter = v.InferOutput<typeof DeadLetter>;

export const deadLetterPath = (job: string): string => `deadLetters/${job}`;
