import * as v from 'valibot';
import { guard, words } from './guard.ts';
import { INVITATION_CODE_LENGTH, NAME_MAX } from './limits.ts';

export const INVITATION_STATES = ['open', 'used', 'revoked'] as const;

/** `rooms/{room}/invitations/{code}`: whoever knows the code may enter the room. Made by an owner. */
export const Invitation = v.strictObject({
  /** The owner's uid. */
  by: v.string(),
  at: v.date(),
  /** The room's name, for somebody who cannot see the room yet. */
  name: words(NAME_MAX),
  /** What one becomes by it. */
  role: v.picklist(['member', 'reader']),
  /** Good until then. */
  until: v.date(),
  /** Good for one person, or for all who come in time. */
  single: v.boolean(),
  state: v.picklist(INVITATION_STATES),
  /** Who came by it, where it is good for one. */
  used: v.optional(v.string()),
});
export type Invitation = v.InferOutput<typeof Invitation>;

export const asInvitation = guard('invitation', Invitation);
export const invitationsPath = (room: string): string => `rooms/${room}/invitations`;
export const invitationPath = (room: string, code: string): string => `${invitationsPath(room)}/${code}`;

/** Names the making of an invitation as what an allowance was spent on. */
export const inviting = (code: string): string => `invitation:${code}`;

/** Whether a text can be an invitation's code. */
export const isInvitationCode = (code: string): boolean =>
  new RegExp(`^[A-Za-z0-9]{${INVITATION_CODE_LENGTH}}$`).test(code);
