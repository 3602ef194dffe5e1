import { banPath } from '#model/ban.ts';
import type { Fields } from '#model/effect.ts';
import { entryPath } from '#model/entry.ts';
import { invitationPath } from '#model/invitation.ts';
import { memberPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { batch, LONG_AGO, SERVER_TIME, set, update } from '../../wire/index.ts';
import type { Write } from '../../wire/request.ts';
import { EVERYBODY, NO_GUESTS } from '../figures.ts';
import { NONE, type Row, row } from '../row.ts';
import { code, invitation, member, room, SPEAKERS } from '../scene.ts';

/** A room that nobody of those who ask is in. */
export const HALL = 'hall';

export const hall = (over: Fields = {}, offered: Fields = {}) => ({
  [roomPath(HALL)]: room({ owners: ['clara'], ...over }),
  [memberPath(HALL, 'clara')]: member('clara', 'owner'),
  [invitationPath(HALL, code('h'))]: invitation(offered),
});
const enters = (uid: string, over: Fields = {}) =>
  set(memberPath(HALL, uid), member(uid, 'member', { joined: SERVER_TIME, ...over }));
const byCode = (uid: string, more: readonly Write[] = [], invitation = code('h')) =>
  batch(set(entryPath(HALL, uid), { invitation }), enters(uid), ...more);
const usedUp = (uid: string) => update(invitationPath(HALL, code('h')), { state: 'used', used: uid });
const entry = (
  what: string,
  may: Row['may'],
  given: Readonly<Record<string, Fields>>,
  ask: Row['ask'],
  when?: string,
): Row =>
  row('create', what, may, { given: () => ({ ...given }), ask, anywhere: true, ...(when && { if: when }) });

const CLOSED = { visibility: 'closed' };
const allBanned = Object.fromEntries(
  SPEAKERS.map((uid) => [banPath(HALL, uid), { by: 'clara', at: LONG_AGO }]),
);

/** How one comes into a room. */
export const entering: Row[] = [
  entry('their own as a member, in an open room that takes guests', EVERYBODY, hall(), ({ uid }) =>
    enters(uid),
  ),
  entry(
    'their own as a member, in an open room that takes none',
    NO_GUESTS,
    hall({ guests: false }),
    ({ uid }) => enters(uid),
  ),
  entry('their own as a member, in a closed room', NONE, hall(CLOSED), ({ uid }) => enters(uid)),
  entry('their own as a reader, in an open room', NONE, hall(), ({ uid }) => enters(uid, { role: 'reader' })),
  entry('their own as an owner, in an open room', NONE, hall(), ({ uid }) => enters(uid, { role: 'owner' })),
  entry("another's, in an open room", NONE, hall(), () => enters('max')),
  entry(
    'their own by an invitation',
    EVERYBODY,
    hall(CLOSED),
    ({ uid }) => byCode(uid),
    'in the role it names',
  ),
  entry(
    'their own by an invitation, in a room that takes no guests',
    NO_GUESTS,
    hall({ ...CLOSED, guests: false }),
    ({ uid }) => byCode(uid),
  ),
  entry(
    'their own by an invitation for one, used up in the same batch',
    EVERYBODY,
    hall(CLOSED, { single: true }),
    ({ uid }) => byCode(uid, [usedUp(uid)]),
  ),
  entry(
    'their own by an invitation for one, left as it is',
    NONE,
    hall(CLOSED, { single: true }),
    ({ uid }) => byCode(uid),
  ),
  entry(
    'their own by an invitation that somebody used up',
    NONE,
    hall(CLOSED, { single: true, state: 'used', used: 'max' }),
    ({ uid }) => byCode(uid),
  ),
  entry('their own by an invitation that was revoked', NONE, hall(CLOSED, { state: 'revoked' }), ({ uid }) =>
    byCode(uid),
  ),
  entry('their own by an invitation that is over', NONE, hall(CLOSED, { until: LONG_AGO }), ({ uid }) =>
    byCode(uid),
  ),
  entry('their own by an invitation into another room', NONE, hall(CLOSED), ({ uid }) =>
    byCode(uid, [], code('a')),
  ),
  entry('their own by an invitation of which nobody said the code', NONE, hall(CLOSED), ({ uid }) =>
    enters(uid),
  ),
  entry('their own by an invitation whose code others could read', NONE, hall(CLOSED), ({ uid }) =>
    enters(uid, { invitation: code('h') }),
  ),
  ...[hall(), hall(CLOSED)].map((there, nth) =>
    entry(
      nth === 0 ? 'their own in an open room, who are banned' : 'their own by an invitation, who are banned',
      NONE,
      { ...there, ...allBanned },
      ({ uid }) => (nth === 0 ? enters(uid) : byCode(uid)),
    ),
  ),
  entry(
    'their own by an invitation, as more than it says',
    NONE,
    hall(CLOSED, { role: 'reader' }),
    ({ uid }) => byCode(uid),
  ),
];
