import { banPath } from '#model/ban.ts';
import { deciding } from '#model/member.ts';
import { type Fields, now } from './fields.ts';
import { olga, place } from './lobby.ts';
import { spends } from './sending.ts';
import type { Asked, Write } from './verdict.ts';
import type { Actor } from './world.ts';

export const banAt = (uid: string, room = 'lobby'): string => banPath(room, uid);

/** An owner's allowance is spent on a decision about somebody. */
export const decides = (who: string, by = 'olga', room = 'lobby'): Write => spends(by, deciding(who), room);

/** An owner lifts somebody's ban. */
export const lifts = (who: string, as: Actor = olga, by = 'olga', room = 'lobby'): Asked => ({
  as,
  writes: [decides(who, by, room), ['delete', banAt(who, room)]],
});

/** An owner gives somebody a role. */
export const gives = (
  who: string,
  fields: Fields,
  as: Actor = olga,
  by = 'olga',
  more: readonly Write[] = [],
): Asked => ({ as, writes: [decides(who, by), ['update', place(who), fields], ...more] });

/** An owner bans somebody, of their allowance. */
export const bans = (who: string, by = 'olga', room = 'lobby'): Write[] => [
  decides(who, by, room),
  ['set', banAt(who, room), { by, at: now }],
];

/** An owner removes somebody, who is banned by it. */
export const removes = (who: string, as: Actor = olga, by = 'olga'): Asked => ({
  as,
  writes: [...bans(who, by), ['delete', place(who)]],
});

/** An owner silences somebody, who is banned by it. */
export const silences = (
  who: string,
  as: Actor = olga,
  by = 'olga',
  fields: Fields = { role: 'reader', changed: now },
): Asked => ({ as, writes: [...bans(who, by), ['update', place(who), fields]] });
