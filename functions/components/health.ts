import type { Link } from '../model/link.ts';
import { AT_ONCE, type Health } from '../model/operation.ts';
import { isPaused } from '../model/pause.ts';
import { abreast } from './abreast.ts';
import type { Found, Reading } from './reading.ts';

type WaitingStore = Pick<
  Reading,
  'mirrorsDue' | 'mirrorsWaiting' | 'reactionMirrorsDue' | 'reactionMirrorsWaiting'
>;

/** Counts what waits, room by room: of the first rooms by their ids, or of the first after one. */
export async function health(
  store: WaitingStore & Pick<Reading, 'deadLettersOpen' | 'eventsPassedOver' | 'links' | 'pause'>,
  now: Date,
  after?: string,
): Promise<Health> {
  const [links, letters, events] = await Promise.all([
    store.links(AT_ONCE, after),
    store.deadLettersOpen(AT_ONCE),
    store.eventsPassedOver(AT_ONCE),
  ]);
  const { waiting, isAll } = await waitingIn(store, links, now);
  const paused = await pausedAmong(store, links, now);
  return {
    links: links.map(({ id: room, value }) => ({
      room,
      channel: value.channel,
      ...(value.thread !== undefined && { thread: value.thread }),
      waiting: waiting.get(room) ?? 0,
      paused: paused.has(room),
      ...(value.error !== undefined && { error: value.error }),
    })),
    deadLetters: letters.length,
    passedOver: [...counted(events.map(({ value }) => value.reason ?? value.state))]
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count),
    more: !isAll || isFull(letters),
  };
}

/** The rooms in which nothing is sent for a while: Slack asked one of them to wait, or its channel. */
async function pausedAmong(
  store: Pick<Reading, 'pause'>,
  links: readonly Found<Link>[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const paused = new Set<string>();
  const read = async ({ id, value }: Found<Link>) => {
    return { id, pauses: [value.pause, await store.pause(value.team, value.channel)] };
  };
  for await (const { id, pauses } of abreast(links, read))
    if (pauses.some((pause) => pause && isPaused(pause, now))) paused.add(id);
  return paused;
}

type Waiting = { readonly waiting: ReadonlyMap<string, number>; readonly isAll: boolean };

const isFull = ({ length }: readonly unknown[]): boolean => length === AT_ONCE;

/** How much waits in each room: among all that waits, or, where that is more than is counted, of each of the rooms by itself. */
async function waitingIn(store: WaitingStore, links: readonly Found<Link>[], now: Date): Promise<Waiting> {
  const all = await Promise.all([
    store.mirrorsWaiting(now, AT_ONCE),
    store.reactionMirrorsWaiting(now, AT_ONCE),
  ]);
  if (!all.some(isFull)) return { waiting: counted(all.flat().map(({ room }) => room)), isAll: true };
  const waiting = new Map<string, number>();
  let isAll = true;
  const due = async ({ id: room }: Found<Link>) => {
    const kinds = [store.mirrorsDue(room, AT_ONCE), store.reactionMirrorsDue(room, AT_ONCE)];
    return { room, marks: await Promise.all(kinds) };
  };
  for await (const { room, marks } of abreast(links, due)) {
    waiting.set(room, marks.flat().length);
    isAll &&= !marks.some(isFull);
  }
  return { waiting, isAll };
}

/** How often each comes. */
function counted(ones: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of ones) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
