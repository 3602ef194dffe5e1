import { banning, banPath } from '#model/ban.ts';
import { type Fields, now } from './fields.ts';
import { olga, place } from './lobby.ts';
import { spends } from './sending.ts';
import type { Asked, Write } from './verdict.ts';
import type { Actor } from './world.ts';

export const banAt = (uid: string, room = 'lobby'): string => banPath(room, uid);

/** An owner bans somebody, of their allowance. */
export const bans = (who: string, by = 'olga', room = 'lobby'): Write[] => [
  spends(by, banning(who), room),
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
