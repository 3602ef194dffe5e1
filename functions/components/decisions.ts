import { deadLetterPath } from '../model/dead-letter.ts';
import { ABSENT, enqueue, Refused, SERVER_TIME, together, update, type Work } from '../model/effect.ts';
import { Declined } from '../model/event.ts';
import { mirrorId, mirrorPath } from '../model/mirror.ts';
import { AT_ONCE } from '../model/operation.ts';
import { reactionMirrorPath } from '../model/reaction-mirror.ts';
import type { Reading } from './reading.ts';

type Ports = { readonly store: Pick<Reading, 'deadLetter' | 'deadLettersOpen'> };

/** What can be done about a dead letter: its message is tried again, or it is left as it is. */
export type Decision = 'redrive' | 'discard';

/** Decides about one dead letter that is open. */
export async function* decide({ store }: Ports, job: string, by: string, how: Decision): Work {
  const letter = await store.deadLetter(job);
  if (!letter) throw new Declined('not-found', `There is no dead letter ${job}.`);
  if (letter.state !== 'open')
    throw new Declined('failed-precondition', `${job} was decided about before: ${letter.state}.`);
  yield* settle(job, letter, by, how);
}

/**
 * Decides about all that are open and were given up `before` (milliseconds since 1970), the oldest first, up to {@link AT_ONCE}: what is tried again, and given up
 * again, is not among them. Returns how many there were.
 */
export async function* decideAll({ store }: Ports, by: string, how: Decision, before: number): Work<number> {
  const letters = (await store.deadLettersOpen(AT_ONCE)).filter(({ value }) => value.at.getTime() <= before);
  for (const { id, value } of letters) {
    try {
      yield* settle(id, value, by, how);
    } catch (error) {
      // Another operator was quicker with this one.
      if (!(error instanceof Refused) || (await store.deadLetter(id))?.state === 'open') throw error;
    }
  }
  return letters.length;
}

async function* settle(
  job: string,
  { room, message }: { readonly room: string; readonly message: string },
  by: string,
  how: Decision,
): Work {
  const decided = { by, decided: SERVER_TIME };
  if (how === 'discard') {
    yield update(deadLetterPath(job), { state: 'discarded', ...decided });
    return;
  }
  const redriven = { state: 'redriven', ...decided };
  const again =
    job === mirrorId(room, message)
      ? { path: mirrorPath(room, message), fields: { state: 'wanted', attempts: 0, error: ABSENT } }
      : // What was given up may be half done.
        {
          path: reactionMirrorPath(room, message),
          fields: { state: 'sending', attempts: 0, error: ABSENT },
        };
  try {
    yield together({ path: deadLetterPath(job), fields: redriven }, again);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // An edit, or a reaction, has put its mirror to work already: the letter is all that is left to decide.
    yield update(deadLetterPath(job), redriven);
  }
  yield enqueue('slackPost', { room });
}
