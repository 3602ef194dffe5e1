import { Later } from '../model/effect.ts';
import type { Link } from '../model/link.ts';

/** A room whose lease we hold, under our number. */
export type Held = {
  readonly room: string;
  readonly link: Link;
  readonly number: number;
  /** By when the last call to Slack has to begin, in milliseconds on the worker's clock: it ends within the lease. */
  readonly until: number;
};

/** Slack, for as long as the room is ours: a worker that was held up may have been taken for dead, and another be at it. */
export function inTime<Slack>(
  { slack, elapsed }: { readonly slack: Slack; readonly elapsed: () => number },
  { room, until }: Held,
): Slack {
  if (elapsed() <= until) return slack;
  throw new Later(`The lease on ${room} ran out before Slack was asked.`);
}
