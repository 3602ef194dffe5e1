import type { Link } from '#model/link.ts';

/** Some time ago. */
export const past = new Date(2026, 3, 1);

/** A room that is a whole channel, with all well. */
export const link: Link = {
  team: 'T1',
  channel: 'C1',
  mode: 'channel',
  lease: { number: 0, held: false, since: past },
  pause: { since: past, seconds: 0 },
  settled: past,
  heard: past,
};
