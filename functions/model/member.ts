import * as v from 'valibot';
import { guard } from './guard.ts';

/** `rooms/{room}/members/{uid}`: what a person is in a room. */
export const Member = v.strictObject({
  /** The uid again, for the query "my rooms". */
  person: v.string(),
  role: v.picklist(['owner', 'member', 'reader']),
  joined: v.date(),
});
export type Member = v.InferOutput<typeof Member>;

export const asMember = guard('member', Member);
/** The collection group that "my rooms" asks. */
export const membersGroup = 'members';
export const membersPath = (room: string): string => `rooms/${room}/members`;
export const memberPath = (room: string, uid: string): string => `${membersPath(room)}/${uid}`;
