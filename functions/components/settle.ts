import { ABSENT, SERVER_TIME, update, type Work } from '../model/effect.ts';
import { ATTEMPTS_MAX } from '../model/limits.ts';
import { type Mirror, mirrorId, mirrorPath } from '../model/mirror.ts';
import { allowed } from './allowed.ts';
import type { Draft } from './draft.ts';
import type { Held } from './held.ts';
import { placeOf } from './place.ts';
import { type ReachPorts, reach, type Shown } from './reach.ts';
import type { Reading } from './reading.ts';
import { afterTrouble, giveUp, type Job, NOT_NOW, type Stop, type TroublePorts } from './trouble.ts';
import { type Unwritten, write, writeWith } from './unwritten.ts';

export type SettlePorts = ReachPorts & TroublePorts & { readonly store: Pick<Reading, 'message'> };

/** What came of a message: what should stop the room's turn, or what Slack shows now, which is to be put on record; or neither. */
export type Settled = { readonly stop?: Stop; readonly left?: Unwritten };

/** Makes Slack show one message as it stands. What was `left` to be written is written before Slack hears of it. */
export async function* settle(
  ports: SettlePorts,
  held: Held,
  mirror: Mirror,
  draft: Draft | undefined,
  left?: Unwritten,
): Work<Settled> {
  const path = mirrorPath(mirror.room, mirror.message);
  const job: Job = { ...mirror, id: mirrorId(mirror.room, mirror.message), path };
  if (!draft || mirror.attempts >= ATTEMPTS_MAX) {
    yield* write(left);
    const last = mirror.error ?? 'no answer from Slack';
    yield* giveUp(ports, held, job, draft ? last : 'the message cannot be read');
    return {};
  }

  // A message in a thread belongs where its root is: that may be what is left to be written.
  const isAlone = draft.message.thread !== undefined;
  if (isAlone) yield* write(left);
  const place = await placeOf(ports, held, mirror, draft.message);
  // On record before Slack hears of it: whoever comes after a crash knows that this may have been done, and where.
  const fields = {
    state: 'sending',
    attempts: mirror.attempts + 1,
    lease: held.number,
    ...(mirror.doubt === undefined && { doubt: { since: SERVER_TIME, ...place } }),
  };
  if (!(yield* writeWith(isAlone ? undefined : left, { path, fields }))) return { stop: NOT_NOW };
  const reached = await reach(ports, held, mirror, draft, place);
  if ('trouble' in reached) {
    const back = backOf(mirror, held, reached.isInDoubt);
    const stop = yield* afterTrouble(ports, held, job, { ...reached, back });
    return stop ? { stop } : {};
  }
  return { left: recordOf(path, held, draft.message.revision, reached.shown) };
}

/** What Slack shows, for the record. */
function recordOf(path: string, { number }: Held, revision: number, shown: Shown | undefined): Unwritten {
  const seen = { sent: revision, lease: number, attempts: 0, doubt: ABSENT, ...shown };
  const fields = { ...seen, wanted: revision, state: shown ? 'sent' : 'void' };
  const all = update(path, fields);
  return {
    path,
    fields,
    async *alone() {
      if (!shown) yield all;
      // More was wanted meanwhile: the room's next turn does the rest.
      else if (!(yield* allowed(all))) yield update(path, { ...seen, state: 'wanted' });
    },
  };
}

/** As it was before the attempt. What is in doubt stays so: this call did nothing, but one before it may have. */
const backOf = ({ attempts }: Mirror, { number }: Held, isInDoubt: boolean) => ({
  state: isInDoubt ? 'sending' : 'wanted',
  attempts,
  lease: number,
  ...(!isInDoubt && { doubt: ABSENT }),
});
