import { ABSENT, SERVER_TIME, update, type Work } from '../model/effect.ts';
import { ATTEMPTS_MAX } from '../model/limits.ts';
import { type Mirror, mirrorId, mirrorPath } from '../model/mirror.ts';
import { allowed } from './allowed.ts';
import type { Draft } from './draft.ts';
import type { Held } from './held.ts';
import { placeOf } from './place.ts';
import { type ReachPorts, reach, type Shown } from './reach.ts';
import type { Reading } from './reading.ts';
import { afterTrouble, giveUp, type Job, NOT_NOW, type Stop } from './trouble.ts';

export type SettlePorts = ReachPorts & {
  readonly store: Pick<Reading, 'deadLetter'>;
};

/** Makes Slack show one message as it stands, and records it. Returns what should stop the room's turn, if anything. */
export async function* settle(
  ports: SettlePorts,
  held: Held,
  mirror: Mirror,
  draft: Draft | undefined,
): Work<Stop | undefined> {
  const path = mirrorPath(mirror.room, mirror.message);
  const job: Job = { ...mirror, id: mirrorId(mirror.room, mirror.message), path };
  if (!draft) return yield* giveUp(ports, held, job, 'the message cannot be read');
  if (mirror.attempts >= ATTEMPTS_MAX)
    return yield* giveUp(ports, held, job, mirror.error ?? 'no answer from Slack');

  const place = await placeOf(ports, held, mirror, draft.message);
  // On record before Slack hears of it: whoever comes after a crash knows that this may have been done, and where.
  const attempts = update(path, {
    state: 'sending',
    attempts: mirror.attempts + 1,
    lease: held.number,
    ...(mirror.doubt === undefined && { doubt: { since: SERVER_TIME, ...place } }),
  });
  if (!(yield* allowed(attempts))) return NOT_NOW;
  const reached = await reach(ports, held, mirror, draft, place);
  if ('trouble' in reached) {
    const back = backOf(mirror, held, reached.isInDoubt);
    const { trouble } = reached;
    return yield* afterTrouble(ports, held, job, { trouble, back, channel: place.channel });
  }
  yield* record(path, held, draft.message.revision, reached.shown);
  return undefined;
}

async function* record(path: string, { number }: Held, revision: number, shown: Shown | undefined): Work {
  const seen = { sent: revision, lease: number, attempts: 0, doubt: ABSENT, ...shown };
  const all = update(path, { ...seen, wanted: revision, state: shown ? 'sent' : 'void' });
  if (!shown) yield all;
  // More was wanted meanwhile: the room's next turn does the rest.
  else if (!(yield* allowed(all))) yield update(path, { ...seen, state: 'wanted' });
}

/** As it was before the attempt. What is in doubt stays so: this call did nothing, but one before it may have. */
const backOf = ({ attempts }: Mirror, { number }: Held, isInDoubt: boolean) => ({
  state: isInDoubt ? 'sending' : 'wanted',
  attempts,
  lease: number,
  ...(!isInDoubt && { doubt: ABSENT }),
});
