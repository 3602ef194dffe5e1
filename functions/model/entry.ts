import * as v from 'valibot';
import { guard } from './guard.ts';
import { isInvitationCode } from './invitation.ts';

/** `rooms/{room}/entries/{uid}`: the code of the invitation by which somebody came in. Only the rules read it: it may be good for others still. */
export const Entry = v.strictObject({
  invitation: v.pipe(v.string(), v.check(isInvitationCode, 'the code of an invitation')),
});
export type Entry = v.InferOutput<typeof Entry>;

export const asEntry = guard('entry', Entry);
export const entriesPath = (room: string): string => `rooms/${room}/entries`;
export const entryPath = (room: string, uid: string): string => `${entriesPath(room)}/${uid}`;
