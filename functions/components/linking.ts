import {
  ABSENT,
  create,
  type Effect,
  enqueue,
  type Outcome,
  Refused,
  remove,
  SERVER_TIME,
  update,
  type Work,
} from '../model/effect.ts';
import { Declined } from '../model/event.ts';
import { linkPath } from '../model/link.ts';
import type { Reading } from './reading.ts';
import { sorry } from './sorry.ts';
import { type TargetPorts, type Tie, targetOf } from './target.ts';

export type LinkingPorts = TargetPorts & { readonly store: Pick<Reading, 'link'> };
/** What is done to a link that is there asks nothing of Slack. */
type Linked = { readonly store: Pick<Reading, 'link'> };

/** Ties a room to Slack, after asking whether that will work. What is said from now on is mirrored. */
export async function* link(ports: LinkingPorts, tie: Tie, refusal = sorry.roomless(tie.room)): Work {
  const { room } = tie;
  if (await ports.store.link(room)) throw new Declined('failed-precondition', sorry.linked(room));
  const made = yield* attempt(
    create(linkPath(room), {
      ...(await targetOf(ports, tie)),
      // Counted on from here: whoever worked under an earlier link of the room holds a smaller number.
      lease: { number: ports.now().getTime(), held: false, since: SERVER_TIME },
      pause: { since: SERVER_TIME, seconds: 0 },
      settled: SERVER_TIME,
      heard: SERVER_TIME,
    }),
    refusal,
  );
  if (made === 'exists') throw new Declined('failed-precondition', sorry.late(room));
}

/** Points a room's tie elsewhere. What is in Slack stays where it is, with its threads. */
export async function* move(ports: LinkingPorts, tie: Tie): Work {
  const { room } = tie;
  await linked(ports, room);
  const target = await targetOf(ports, tie);
  // What was said there before is none of the room's.
  const place = { ...target, thread: target.thread ?? ABSENT, heard: SERVER_TIME };
  yield* attempt(update(linkPath(room), place), sorry.busy(room));
  yield enqueue('slackPost', { room });
}

/** Unties a room. What Slack shows stays there. */
export async function* unlink(ports: Linked, room: string): Work {
  await linked(ports, room);
  yield* attempt(remove(linkPath(room)), sorry.busy(room));
}

/** Says that what made Slack refuse is mended: the room's turn comes at once. */
export async function* mend(ports: Linked, room: string): Work {
  const there = await linked(ports, room);
  if (there.error !== undefined)
    yield* attempt(
      update(linkPath(room), { error: ABSENT, pause: { since: SERVER_TIME, seconds: 0 } }),
      sorry.busy(room),
    );
  yield enqueue('slackPost', { room });
}

async function* attempt(effect: Effect, refusal: string): Work<Outcome> {
  try {
    return yield effect;
  } catch (error) {
    if (error instanceof Refused) throw new Declined('failed-precondition', refusal);
    throw error;
  }
}

async function linked({ store }: Linked, room: string) {
  const link = await store.link(room);
  if (!link) throw new Declined('not-found', sorry.unlinked(room));
  return link;
}
