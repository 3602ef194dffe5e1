import * as v from 'valibot';
import { count, guard } from './guard.ts';
import { PAUSE_SECONDS_MAX } from './limits.ts';

/**
 * Slack asked to wait: nothing is begun before `since` plus `seconds`. `pauses/{team}-{channel}` says so of a channel, to all
 * rooms that share it, and is never cut short; a link says so of its room.
 */
export const Pause = v.strictObject({
  /** Server time at which it was heard of. */
  since: v.date(),
  seconds: v.pipe(count(0), v.maxValue(PAUSE_SECONDS_MAX)),
});
export type Pause = v.InferOutput<typeof Pause>;

/** Whether it is not over. The rules ask the server's clock; `now` is a guess of it. */
export const isPaused = ({ since, seconds }: Pause, now: Date): boolean =>
  now.getTime() <= since.getTime() + seconds * 1_000;

export const asPause = guard('pause', Pause);
export const pausePath = (team: string, channel: string): string => `pauses/${team}-${channel}`;
