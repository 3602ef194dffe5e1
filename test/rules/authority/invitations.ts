import { entryPath } from '#model/entry.ts';
import { asInvitation, inviting, isInvitationCode } from '#model/invitation.ts';
import { INVITATION_DAYS_MAX, PAGE_SIZE } from '#model/limits.ts';
import { roomPath } from '#model/room.ts';
import { isComing } from './entries.ts';
import { type Collection, isNow, isShort, onlyChanges, type Situation } from './situation.ts';
import { isPaidFor } from './spending.ts';
import { isOwner, isPerson, uid } from './who.ts';

const DAY = 24 * 60 * 60 * 1_000;

function isOffered(s: Situation): boolean {
  const offer = asInvitation(s.after);
  if (!isOwner(s) || !offer.ok || !isInvitationCode(s.id)) return false;
  const { by, at, name, until, state, used } = offer.value;
  const days = (until.getTime() - s.time.getTime()) / DAY;
  return (
    by === uid(s.who) &&
    isNow(s, at) &&
    name === s.was.get(roomPath(s.room))?.name &&
    days > 0 &&
    days <= INVITATION_DAYS_MAX &&
    state === 'open' &&
    used === undefined &&
    isPaidFor(s, inviting(s.id))
  );
}

/** By who was not inside and will be, by this invitation. */
const isUsedUp = (s: Situation): boolean =>
  isPerson(s.who) &&
  s.before?.state === 'open' &&
  s.before.single === true &&
  onlyChanges(s, 'state', 'used') &&
  s.after?.state === 'used' &&
  s.after.used === uid(s.who) &&
  isComing(s, uid(s.who)) &&
  s.will.get(entryPath(s.room, uid(s.who)))?.invitation === s.id;

const isRevoked = (s: Situation): boolean =>
  isOwner(s) && s.before?.state === 'open' && onlyChanges(s, 'state') && s.after?.state === 'revoked';

export const invitations: Collection = {
  get: [['anybody signed in who knows the code', ({ who }) => isPerson(who)]],
  list: [['an owner', (s) => isOwner(s) && isShort(s, PAGE_SIZE)]],
  create: [['an owner, of their allowance', isOffered]],
  update: [
    ['a person, who enters by it', isUsedUp],
    ['an owner, who revokes it', isRevoked],
  ],
  delete: [],
};
