import { banPath } from '#model/ban.ts';
import type { Fields } from '#model/effect.ts';
import { entryPath } from '#model/entry.ts';
import { invitationPath } from '#model/invitation.ts';
import { CHANGE_SECONDS, PAGE_SIZE, STAY_SECONDS } from '#model/limits.ts';
import { asMember } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import {
  type Asking,
  brings,
  type Clause,
  type Collection,
  hasPassed,
  isNow,
  isShort,
  onlyChanges,
  onlyHas,
  type Situation,
} from './situation.ts';
import { isDecided, isSpent } from './spending.ts';
import { isInside, isOwner, isPerson, isWelcome, uid } from './who.ts';
import { same } from './written.ts';

const isOwn = ({ who, id }: Situation): boolean => isPerson(who) && uid(who) === id;

const isBanned = ({ room, id }: Situation, then: Situation['was']): boolean =>
  then.get(banPath(room, id)) !== undefined;

/** A new membership of one's own, from now on, by whoever is not banned. */
const isNew = (s: Situation): boolean =>
  isOwn(s) &&
  !isBanned(s, s.was) &&
  s.after !== undefined &&
  asMember(s.after).ok &&
  onlyHas(s.after, 'person', 'role', 'joined') &&
  s.after.person === s.id &&
  isNow(s, s.after.joined);

const isJoining = (s: Situation): boolean =>
  isNew(s) &&
  s.was.get(roomPath(s.room))?.visibility === 'open' &&
  isWelcome(s) &&
  s.after?.role === 'member';

function isInvited(s: Situation): boolean {
  if (!isNew(s) || !isWelcome(s)) return false;
  const place = invitationPath(s.room, String(s.will.get(entryPath(s.room, s.id))?.invitation));
  const invitation = s.was.get(place);
  return (
    invitation?.state === 'open' &&
    s.time < (invitation.until as Date) &&
    s.after?.role === invitation.role &&
    (invitation.single === false || s.will.get(place)?.used === s.id)
  );
}

const isFounding = (s: Situation): boolean =>
  isNew(s) &&
  s.was.get(roomPath(s.room)) === undefined &&
  same(s.will.get(roomPath(s.room))?.owners, [s.id]) &&
  s.after?.role === 'owner';

/** Whether the room will name this member among its owners; nothing where there will be no room. */
function isNamedOwner(s: Situation): boolean | undefined {
  const owners = s.will.get(roomPath(s.room))?.owners;
  return Array.isArray(owners) ? owners.includes(s.id) : undefined;
}

/** Owner and named as owner go together, and so do reader and banned. */
const isRoleChange = (s: Situation): boolean =>
  isOwner(s) &&
  asMember(s.after).ok &&
  onlyChanges(s, 'role', 'changed') &&
  s.after?.role !== s.before?.role &&
  (s.id === uid(s.who) || isDecided(s, s.id)) &&
  isNow(s, s.after?.changed) &&
  hasPassed(s, s.before?.changed ?? s.before?.joined, CHANGE_SECONDS) &&
  isNamedOwner(s) === (s.after?.role === 'owner') &&
  isBanned(s, s.will) === (s.after?.role === 'reader');

/** Long enough to have come in earnest, and a second for each thing they sent: whoever comes again begins with a new allowance. */
function hasStayed(s: Situation): boolean {
  const sent = s.before?.sent as Fields | undefined;
  return (
    hasPassed(s, s.before?.joined, STAY_SECONDS) &&
    (sent === undefined || hasPassed(s, sent.since, Number(sent.count)))
  );
}

/** "My rooms", wherever they are. */
export const membershipsEverywhere: readonly Clause<Asking>[] = [
  [
    'a person, their own memberships everywhere',
    (s) => isPerson(s.who) && brings(s, 'person', uid(s.who)) && isShort(s, PAGE_SIZE),
  ],
];

export const members: Collection = {
  get: [
    ['a person, their own membership', isOwn],
    ['a member, the others', isInside],
  ],
  list: [['a member', (s) => isInside(s) && isShort(s, PAGE_SIZE)]],
  create: [
    ['a person, who joins an open room', isJoining],
    ['a person, by an invitation', isInvited],
    ['an operator, as owner of the room just made', isFounding],
  ],
  update: [
    ['a person, what they spend of their allowance', (s) => isOwn(s) && isSpent(s)],
    ['an owner, the role', isRoleChange],
  ],
  delete: [
    ['a person, who leaves', (s) => isOwn(s) && hasStayed(s) && isNamedOwner(s) === false],
    ['an owner, who removes and bans', (s) => isOwner(s) && isBanned(s, s.will) && isNamedOwner(s) === false],
  ],
};
