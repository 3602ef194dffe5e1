import { deadLetterPath } from '../model/dead-letter.ts';
import { ABSENT, create, Later, Refused, SERVER_TIME, update, type Work } from '../model/effect.ts';
import { ATTEMPTS_MAX } from '../model/limits.ts';
import type { Link } from '../model/link.ts';
import { type Message, slackOrigin } from '../model/message.ts';
import { type Mirror, mirrorId, mirrorPath } from '../model/mirror.ts';
import { type Slack, SlackError } from '../slack/port.ts';
import { post } from '../slack/post.ts';
import type { Reading } from './reading.ts';

/** What settling asks of Slack. */
export type Posting = Pick<Slack, 'find' | 'post' | 'remove' | 'update'>;

export type SettlePorts = {
  readonly store: Pick<Reading, 'deadLetter' | 'message' | 'mirror' | 'person'>;
  readonly slack: Posting;
  /** Milliseconds since some fixed moment; never goes back. */
  readonly elapsed: () => number;
};

/** A room whose lease we hold, under our number. */
export type Held = {
  readonly room: string;
  readonly link: Link;
  readonly number: number;
  /** By when the last call to Slack has to begin, on the clock of {@link SettlePorts.elapsed}: it ends within the lease. */
  readonly until: number;
};

/**
 * What stops the room's turn: the code of what has to be mended, if anything, and how long nobody should try (seconds).
 * The job comes again, unless `mend` says that it would be in vain: the sweep gives the next turn.
 */
export type Stop = { readonly pause: number; readonly error?: string; readonly mend?: boolean };

/** Seconds between two attempts at what somebody has to mend. */
const MEND_SECONDS = 60;

/** Seconds before `at` from which Slack is asked for a post that may exist: Slack's clock is not ours. */
const LOOK_BACK_MILLISECONDS = 15 * 60 * 1_000;

/** What Slack shows after we are done: nothing, or a revision under a `ts`. */
type Shown = { readonly channel: string; readonly ts: string } | undefined;

/** Makes Slack show one message as it stands, and records it. Returns what should stop the room's turn, if anything. */
export async function* settle(ports: SettlePorts, held: Held, mirror: Mirror): Work<Stop | undefined> {
  const path = mirrorPath(mirror.room, mirror.message);
  const message = await ports.store.message(mirror.room, mirror.message);
  if (!message) return yield* giveUp(ports, held, mirror, 'the message cannot be read');
  if (mirror.attempts >= ATTEMPTS_MAX)
    return yield* giveUp(ports, held, mirror, mirror.error ?? 'no answer from Slack');

  // On record before Slack hears of it: whoever comes after a crash knows that this may have been done.
  yield update(path, { state: 'sending', attempts: mirror.attempts + 1, lease: held.number });
  let shown: Shown;
  try {
    shown = await reach(ports, held, mirror, message);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return yield* afterTrouble(ports, held, mirror, error);
  }
  yield* record(path, held, message.revision, shown);
  return undefined;
}

/** Does what is missing between what Slack shows and the message. */
async function reach(ports: SettlePorts, held: Held, mirror: Mirror, message: Message): Promise<Shown> {
  const { room } = held;
  const origin = { room, message: mirror.message, revision: message.revision };
  const thread = await threadOf(ports, room, message);
  const channel = mirror.channel ?? held.link.channel;
  const since = new Date(message.at.getTime() - LOOK_BACK_MILLISECONDS);

  const isInDoubt = mirror.state === 'sending';
  const ts =
    mirror.ts ?? (isInDoubt ? (await ports.slack.find(channel, origin, since, thread))?.ts : undefined);
  if (message.deleted) {
    if (ts !== undefined) await inTime(ports, held).remove(channel, ts);
    return ts === undefined ? undefined : { channel, ts };
  }
  const look = post(
    message,
    message.author.kind === 'person' ? await ports.store.person(message.author.id) : undefined,
  );
  if (ts === undefined)
    return { channel, ...(await inTime(ports, held).post(channel, look, origin, thread)) };
  await inTime(ports, held).update(channel, ts, look, origin);
  return { channel, ts };
}

/** Slack, for as long as the room is ours: a worker that was held up may have been taken for dead, and another be at it. */
function inTime({ slack, elapsed }: SettlePorts, { room, until }: Held): Posting {
  if (elapsed() <= until) return slack;
  throw new Later(`The lease on ${room} ran out before Slack was asked.`);
}

/** The Slack `ts` of the message that this one answers: its own where it came from Slack, else its mirror's. */
async function threadOf(
  { store }: SettlePorts,
  room: string,
  { thread }: Message,
): Promise<string | undefined> {
  if (thread === undefined) return undefined;
  return slackOrigin(thread)?.ts ?? (await store.mirror(room, thread))?.ts;
}

async function* record(path: string, { number }: Held, revision: number, shown: Shown): Work {
  const seen = { sent: revision, lease: number, attempts: 0, ...shown };
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
  { trouble }: SlackError,
): Work<Stop | undefined> {
  const path = mirrorPath(mirror.room, mirror.message);
  // What was in doubt before stays so: Slack has refused the look, not the post.
  const back = { state: mirror.state, attempts: mirror.attempts, lease: held.number };
  switch (trouble.kind) {
    case 'limited':
      yield update(path, back);
      return { pause: trouble.seconds };
    case 'configuration':
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
