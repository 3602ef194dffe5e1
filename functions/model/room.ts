import * as v from 'valibot';
import { guard, words } from './guard.ts';
import { NAME_MAX, OWNERS_MAX } from './limits.ts';

/** `rooms/{room}`. A room's id has no hyphen, so that ids made of it and a message's can be told apart. */
export const Room = v.strictObject({
  name: words(NAME_MAX),
  /** An open room can be joined by anybody who is signed in. */
  visibility: v.picklist(['open', 'closed']),
  /** Whom `reply` answers: everybody, those who mention it, nobody. */
  reply: v.picklist(['always', 'mentioned', 'off']),
  /** Whether guests may join. */
  guests: v.boolean(),
  /** Whether `@channel` and `@here` of the web ping people in Slack; they do not unless it is said. */
  pings: v.optional(v.boolean()),
  /** Who owns it, by uid; never nobody. The owners' memberships say so too, and the rules keep both together. */
  owners: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(OWNERS_MAX)),
  created: v.date(),
  changed: v.date(),
});
export type Room = v.InferOutput<typeof Room>;

/** Whether a text can be a room's id. */
export const isRoomId = (id: string): boolean => /^[A-Za-z0-9]{1,40}$/.test(id);
export const roomId = () => v.pipe(v.string(), v.check(isRoomId, "a room's id"));

export const asRoom = guard('room', Room);
export const roomsPath = 'rooms';
export const roomPath = (room: string): string => `rooms/${room}`;
