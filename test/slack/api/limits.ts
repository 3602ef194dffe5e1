import type { ApiParts } from './api.ts';
import type { SeenCall } from './calls.ts';

/** Seconds the caller must wait, by an earlier Retry-After or by the channel's pace; 0 when it need not. */
export function forbidden({ cooldowns, calls, pace, settings }: ApiParts, seen: SeenCall): number {
  const left = cooldowns.left(limitOf(seen));
  if (left > 0) {
    calls.withinRetryAfter += 1;
    seen.violation = true;
    return left;
  }
  const { method, channel, team = '' } = seen;
  if (settings.pace === false || method !== 'chat.postMessage' || channel === undefined) return 0;
  const wait = pace.take(`${team} ${channel}`, settings.pace, settings.rate);
  if (wait > 0) cooldowns.start(limitOf(seen), wait);
  return wait;
}

export const limitOf = ({ team, method, channel }: SeenCall) => ({
  method,
  ...(team !== undefined && { team }),
  ...(channel !== undefined && { channel }),
});
