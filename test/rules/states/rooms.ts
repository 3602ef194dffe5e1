import { type Fields, SERVER_TIME } from '#model/effect.ts';
import { invitationPath } from '#model/invitation.ts';
import { memberPath, ROLES } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { code, invitation, member, ROOM, room, sceneWith } from '../matrix/scene.ts';
import { batch, FAR_OFF, LONG_AGO, set, update } from '../wire/index.ts';
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
  given: (state) => sceneWith({ [PATH]: invitation({ single: true, ...INVITATIONS[state] }) }),
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
              set(
                memberPath(ROOM, 'otto'),
                member('otto', 'member', { joined: SERVER_TIME, invitation: CODE }),
              ),
            )
          : update(PATH, INVITATIONS[to] ?? {}),
      may: [['open', 'used']],
    },
  ],
};

const HOLDER = memberPath(ROOM, 'max');
const owners = (role: string): string[] => ['olga', 'oscar', ...(role === 'owner' ? ['max'] : [])];

/** A membership's role, and the room's list of owners with it. */
const roles: Machine = {
  of: "somebody's role",
  about: 'members',
  states: ROLES,
  given: (role) =>
    sceneWith({ [HOLDER]: member('max', role), [roomPath(ROOM)]: room({ owners: owners(role) }) }),
  movers: [
    {
      who: 'owner',
      ask: (from, to) => {
        const change = update(HOLDER, { role: to, changed: SERVER_TIME });
        return from !== to && (from === 'owner' || to === 'owner')
          ? batch(change, update(roomPath(ROOM), { owners: owners(to), changed: SERVER_TIME }))
          : change;
      },
      may: moves(ROLES, ROLES),
    },
  ],
};

export const rooms: Machine[] = [invitations, roles];
