import { deadLetterPath } from '../model/dead-letter.ts';
import { ABSENT, create, Refused, SERVER_TIME, update, type Work } from '../model/effect.ts';
import { ATTEMPTS_MAX } from '../model/limits.ts';
import { type Mirror, mirrorId, mirrorPath } from '../model/mirror.ts';
import { isOfChannel, type SlackTrouble } from '../slack/port.ts';
import { type Held, type Place, placeOf, type Reached, type ReachPorts, reach, type Shown } from './reach.ts';
import type { Reading } from './reading.ts';

export type SettlePorts = ReachPorts & {
  readonly store: Pick<Reading, 'deadLetter' | 'message'>;
};

/**
 * What stops the room's turn: the code of what has to be mended, if anything, and how long nobody should try (seconds).
 * The job comes again, unless `mend` says that it would be in vain: the sweep gives the next turn.
 */
export type Stop = { readonly pause: number; readonly error?: string; readonly mend?: boolean };

/** Seconds between two attempts at what somebody has to mend. */
const MEND_SECONDS = 60;

/** Makes Slack show one message as it stands, and records it. Returns what should stop the room's turn, if anything. */
export async function* settle(ports: SettlePorts, held: Held, mirror: Mirror): Work<Stop | undefined> {
  const path = mirrorPath(mirror.room, mirror.message);
  const message = await ports.store.message(mirror.room, mirror.message);
  if (!message) return yield* giveUp(ports, held, mirror, 'the message cannot be read');
  if (mirror.attempts >= ATTEMPTS_MAX)
    return yield* giveUp(ports, held, mirror, mirror.error ?? 'no answer from Slack');

  const place = await placeOf(ports, held, mirror, message);
  // On record before Slack hears of it: whoever comes after a crash knows that this may have been done, and where.
  yield update(path, {
    state: 'sending',
    attempts: mirror.attempts + 1,
    lease: held.number,
    ...(mirror.doubt === undefined && { doubt: { since: SERVER_TIME, ...place } }),
  });
  const reached = await reach(ports, held, mirror, message, place);
  if ('trouble' in reached) return yield* afterTrouble(ports, held, mirror, reached, place);
  yield* record(path, held, message.revision, reached.shown);
  return undefined;
}

async function* record(path: string, { number }: Held, revision: number, shown: Shown | undefined): Work {
  const seen = { sent: revision, lease: number, attempts: 0, doubt: ABSENT, ...shown };
  try {
    yield update(path, { ...seen, wanted: revision, state: shown ? 'sent' : 'void' });
  } catch (error) {
    if (!(error instanceof Refused) || !shown) throw error;
    // More was wanted meanwhile: the room's next turn does the rest.
    yield update(path, { ...seen, state: 'wanted' });
  }
}

async function* afterTrouble(
  ports: SettlePorts,
  held: Held,
  mirror: Mirror,
  { trouble, isInDoubt }: Extract<Reached, { trouble: SlackTrouble }>,
  { channel }: Place,
): Work<Stop | undefined> {
  const path = mirrorPath(mirror.room, mirror.message);
  // What is in doubt stays so: this call did nothing, but one before it may have.
  const back = {
    state: isInDoubt ? 'sending' : 'wanted',
    attempts: mirror.attempts,
    lease: held.number,
    ...(!isInDoubt && { doubt: ABSENT }),
  };
  switch (trouble.kind) {
    case 'limited':
      yield update(path, back);
      return { pause: trouble.seconds };
    case 'configuration':
      // The room has moved on: what is wrong with a channel that it left holds up nothing else.
      if (isOfChannel(trouble) && channel !== held.link.channel)
        return yield* giveUp(ports, held, mirror, trouble.code);
      yield update(path, { ...back, error: trouble.code });
      return { pause: MEND_SECONDS, error: trouble.code, mend: true };
    case 'unknown':
      return { pause: 0, error: 'no_answer' };
    case 'final':
      return yield* giveUp(ports, held, mirror, trouble.code);
  }
}

/** Keeps the job as a dead letter, open again where it was given up before; the room's other messages go on. */
async function* giveUp(
  { store }: SettlePorts,
  { room, number }: Held,
  mirror: Mirror,
  error: string,
): Work<undefined> {
  const { attempts, message } = mirror;
  const job = mirrorId(room, message);
  const reason = { error, attempts, at: SERVER_TIME, state: 'open' };
  const kept = yield create(deadLetterPath(job), { component: 'slackPost', room, message, ...reason });
  if (kept === 'exists' && (await store.deadLetter(job))?.state !== 'open')
    yield update(deadLetterPath(job), { ...reason, by: ABSENT, decided: ABSENT });
  yield update(mirrorPath(room, message), { state: 'failed', error, lease: number });
  return undefined;
}
