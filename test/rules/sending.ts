import { type Fields, now } from './fields.ts';
import { at, place } from './lobby.ts';
import type { Asked, Write } from './verdict.ts';
import type { Actor } from './world.ts';

/** The membership says what the allowance was spent on, the first of a window. */
export const spends = (uid: string, what: string, room = 'lobby'): Write => [
  'update',
  place(uid, room),
  { sent: { since: now, count: 1, last: what } },
];

type Words = {
  readonly as: Actor;
  /** Whose membership pays for it. */
  readonly uid?: string;
  readonly room?: string;
  readonly id: string;
  readonly fields: Fields;
  /** What the allowance is spent on. */
  readonly what?: string;
};

/** Sends a message with the allowance for it. */
export const sends = ({ as, uid = 'alice', room, id, fields, what = `${id}:1` }: Words): Asked => ({
  as,
  writes: [spends(uid, what, room), ['set', at(id, room), fields]],
});

/** Changes a message, with the allowance for the revision that it says. */
export const changes = ({
  as,
  uid = 'alice',
  room,
  id,
  fields,
  what = [id, fields.revision].join(':'),
}: Words): Asked => ({
  as,
  writes: [spends(uid, what, room), ['update', at(id, room), fields]],
});
