import { banPath } from '#model/ban.ts';
import { type Fields, SERVER_TIME } from '#model/effect.ts';
import { entryPath } from '#model/entry.ts';
import { invitationPath } from '#model/invitation.ts';
import { deciding, memberPath, ROLES } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { code, invitation, member, ROOM, room, sceneWith } from '../matrix/scene.ts';
import { batch, FAR_OFF, LONG_AGO, remove, set, update } from '../wire/index.ts';
import type { Write } from '../wire/request.ts';
import { type Machine, moves } from './machine.ts';

const CODE = code('h');
const PATH = invitationPath(ROOM, CODE);

/** `over` is open, and good no more. */
const INVITATIONS: Readonly<Record<string, Fields>> = {
  open: {},
  over: { until: LONG_AGO },
  used: { state: 'used', used: 'max' },
  revoked: { state: 'revoked' },
};

const invitations: Machine = {
  of: 'an invitation for one',
  about: 'invitations',
  states: Object.keys(INVITATIONS),
  given: (state) =>
    sceneWith({
      [PATH]: invitation({ single: true, ...INVITATIONS[state] }),
      [roomPath(ROOM)]: room({ visibility: 'closed' }),
    }),
  movers: [
    {
      who: 'owner',
      ask: (_, to) =>
        update(PATH, to === 'open' ? { state: 'open', until: FAR_OFF } : (INVITATIONS[to] ?? {})),
      may: moves(['open', 'over'], ['revoked']),
    },
    {
      who: 'outsider',
      ask: (_, to) =>
        to === 'used'
          ? batch(
              update(PATH, { state: 'used', used: 'otto' }),
              set(entryPath(ROOM, 'otto'), { invitation: CODE }),
              set(memberPath(ROOM, 'otto'), member('otto', 'member', { joined: SERVER_TIME })),
            )
          : update(PATH, INVITATIONS[to] ?? {}),
      may: [['open', 'used']],
    },
  ],
};

const HOLDER = memberPath(ROOM, 'max');
const BAN = banPath(ROOM, 'max');
/** Readers are banned, and nobody else. */
const banned = (from: string, to: string): Write[] => {
  if (from === 'reader') return to === 'reader' ? [] : [remove(BAN)];
  return to === 'reader' ? [set(BAN, { by: 'olga', at: SERVER_TIME })] : [];
};
const paid = update(memberPath(ROOM, 'olga'), {
  sent: { since: SERVER_TIME, count: 1, last: deciding('max') },
});
const owners = (role: string): string[] => ['olga', 'oscar', ...(role === 'owner' ? ['max'] : [])];

/** A membership's role, and the room's list of owners with it. */
const roles: Machine = {
  of: "somebody's role",
  about: 'members',
  states: ROLES,
  given: (role) =>
    sceneWith({
      [HOLDER]: member('max', role),
      [roomPath(ROOM)]: room({ owners: owners(role) }),
      ...(role === 'reader' ? { [BAN]: { by: 'oscar', at: LONG_AGO } } : {}),
    }),
  movers: [
    {
      who: 'owner',
      ask: (from, to) => {
        const change = update(HOLDER, { role: to, changed: SERVER_TIME });
        const named =
          from !== to && (from === 'owner' || to === 'owner')
            ? [update(roomPath(ROOM), { owners: owners(to), changed: SERVER_TIME })]
            : [];
        return batch(paid, change, ...named, ...banned(from, to));
      },
      may: moves(ROLES, ROLES).filter(([from, to]) => from !== to),
    },
  ],
};

export const rooms: Machine[] = [invitations, roles];
