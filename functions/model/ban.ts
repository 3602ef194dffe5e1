import * as v from 'valibot';
import { guard } from './guard.ts';

/** `rooms/{room}/bans/{uid}`: who was removed or silenced by an owner, and comes in by no way until an owner lifts it. */
export const Ban = v.strictObject({
  /** The owner's uid. */
  by: v.string(),
  at: v.date(),
});
export type Ban = v.InferOutput<typeof Ban>;

export const asBan = guard('ban', Ban);
export const bansPath = (room: string): string => `rooms/${room}/bans`;
export const banPath = (room: string, uid: string): string => `${bansPath(room)}/${uid}`;
