import { deadLetterPath } from '../model/dead-letter.ts';
import { ABSENT, create, type Fields, SERVER_TIME, update, type Work } from '../model/effect.ts';
import type { SlackTrouble } from '../slack/port.ts';
import type { Alarm } from './alarm.ts';
import type { Held } from './held.ts';
import { pauseChannel } from './pausing.ts';
import { isLeftBehind, type Place } from './place.ts';
import type { Reading } from './reading.ts';

/**
 * What stops the room's turn: the code of what has to be mended, if anything, and how long nobody should try (seconds).
 * The job comes again, unless `mend` says that it would be in vain: the sweep gives the next turn.
 */
export type Stop = { readonly pause: number; readonly error?: string; readonly mend?: boolean };

/** An attempt that may not begin: Slack asked to wait, as another room of the channel was told, or the lease is another's by now. */
export const NOT_NOW: Stop = { pause: 0 };

/** Something that Slack is made to match. `id` is also its dead letter's. */
export type Job = {
  readonly id: string;
  readonly path: string;
  readonly message: string;
  readonly attempts: number;
};

export type TroublePorts = { readonly store: Pick<Reading, 'deadLetter'>; readonly alarm: Alarm };

/** Seconds between two attempts at what somebody has to mend. */
const MEND_SECONDS = 60;

/**
 * Seconds at most between two attempts where Slack gives no answer. They double up to that, from one on: all attempts together hold out for an
 * hour, and no shorter outage costs a room its order.
 */
const RETRY_SECONDS_MAX = 300;
const retryAfter = (attempts: number): number => Math.min(2 ** attempts, RETRY_SECONDS_MAX);

/** Leaves a job as `back` says where it can be tried again after trouble `at` a place, and gives it up where not. Returns what should stop the room's turn, if anything. */
export async function* afterTrouble(
  ports: TroublePorts,
  held: Held,
  job: Job,
  { trouble, at, back }: { trouble: SlackTrouble; at: Place; back: Fields },
): Work<Stop | undefined> {
  switch (trouble.kind) {
    case 'limited':
      yield* pauseChannel(at.team, at.channel, trouble.seconds);
      yield update(job.path, back);
      return { pause: trouble.seconds };
    case 'configuration':
      // The room has moved on: what is wrong where it was holds up nothing else.
      if (isLeftBehind(trouble, at, held.link)) return yield* giveUp(ports, held, job, trouble.code);
      yield update(job.path, { ...back, error: trouble.code });
      return { pause: MEND_SECONDS, error: trouble.code, mend: true };
    case 'unknown':
      return { pause: retryAfter(job.attempts), error: 'no_answer' };
    case 'final':
      return yield* giveUp(ports, held, job, trouble.code);
  }
}

/** Keeps the job as a dead letter, open again where it was given up before, and says so once; the room's other jobs go on. */
export async function* giveUp(
  { store, alarm }: TroublePorts,
  { room, number }: Held,
  { id, path, message, attempts }: Job,
  error: string,
): Work<undefined> {
  const reason = { error, attempts, at: SERVER_TIME, state: 'open' };
  const kept = yield create(deadLetterPath(id), { component: 'slackPost', room, message, ...reason });
  const isNew = kept !== 'exists' || (await store.deadLetter(id))?.state !== 'open';
  if (kept === 'exists' && isNew)
    yield update(deadLetterPath(id), { ...reason, by: ABSENT, decided: ABSENT });
  if (isNew) alarm('given up', { room, message, reason: error });
  yield update(path, { state: 'failed', error, lease: number });
  return undefined;
}
