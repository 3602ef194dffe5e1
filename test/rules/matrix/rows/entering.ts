import type { Fields } from '#model/effect.ts';
import { invitationPath } from '#model/invitation.ts';
import { memberPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { batch, LONG_AGO, SERVER_TIME, set, update } from '../../wire/index.ts';
import { EVERYBODY, NO_GUESTS } from '../figures.ts';
import { NONE, type Row, row } from '../row.ts';
import { code, invitation, member, room } from '../scene.ts';

/** A room that nobody of those who ask is in. */
const HALL = 'hall';

const hall = (over: Fields = {}, offered: Fields = {}) => ({
  [roomPath(HALL)]: room({ owners: ['clara'], ...over }),
  [memberPath(HALL, 'clara')]: member('clara', 'owner'),
  [invitationPath(HALL, code('h'))]: invitation(offered),
});
const enters = (uid: string, over: Fields = {}) =>
  set(memberPath(HALL, uid), member(uid, 'member', { joined: SERVER_TIME, ...over }));
const byCode = (uid: string, over: Fields = {}) => enters(uid, { invitation: code('h'), ...over });
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
    ({ uid }) => batch(byCode(uid), usedUp(uid)),
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
    enters(uid, { invitation: code('a') }),
  ),
  entry(
    'their own by an invitation, as more than it says',
    NONE,
    hall(CLOSED, { role: 'reader' }),
    ({ uid }) => byCode(uid),
  ),
];
