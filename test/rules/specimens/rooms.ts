import { asBan, banPath } from '#model/ban.ts';
import { asEntry, entryPath } from '#model/entry.ts';
import { asInvitation, invitationPath, inviting } from '#model/invitation.ts';
import { INVITATION_DAYS_MAX } from '#model/limits.ts';
import { asMember, deciding, memberPath } from '#model/member.ts';
import { asRoom, roomPath } from '#model/room.ts';
import { code, invitation, member, ROOM, room, sceneWith } from '../matrix/scene.ts';
import { FAR_OFF, person, SERVER_TIME, set, update } from '../wire/index.ts';
import { any, type Specimen } from './specimen.ts';

const NEW = 'newroom';
const OPERATOR = person('opal', { operator: true });
const OWNER = person('olga');
const settings = { name: any, visibility: any, reply: any, guests: any, pings: any };

export const rooms: Specimen[] = [
  {
    name: 'an operator makes a room',
    about: 'rooms',
    as: OPERATOR,
    given: sceneWith(),
    path: roomPath(NEW),
    after: room({ owners: ['opal'], created: SERVER_TIME, changed: SERVER_TIME }),
    also: [set(memberPath(NEW, 'opal'), member('opal', 'owner', { joined: SERVER_TIME }))],
    guard: asRoom,
    free: settings,
  },
  {
    name: 'an owner changes a room',
    about: 'rooms',
    as: OWNER,
    given: sceneWith(),
    path: roomPath(ROOM),
    after: room({ name: 'Anew', changed: SERVER_TIME }),
    guard: asRoom,
    free: settings,
  },
];

const CODE = code('h');
const MINE = memberPath(ROOM, 'mia');
const JOINED = memberPath(ROOM, 'otto');
const first = { since: SERVER_TIME, count: 1, last: 'x:1' };
const decided = (who: string) =>
  update(memberPath(ROOM, 'olga'), { sent: { ...first, last: deciding(who) } });

export const members: Specimen[] = [
  {
    name: 'an operator becomes the owner of the room they make',
    about: 'members',
    as: OPERATOR,
    given: sceneWith(),
    path: memberPath(NEW, 'opal'),
    after: member('opal', 'owner', { joined: SERVER_TIME }),
    also: [set(roomPath(NEW), room({ owners: ['opal'], created: SERVER_TIME, changed: SERVER_TIME }))],
    guard: asMember,
  },
  {
    name: 'a person joins',
    about: 'members',
    as: person('otto'),
    given: sceneWith(),
    path: JOINED,
    after: member('otto', 'member', { joined: SERVER_TIME }),
    guard: asMember,
  },
  {
    name: 'a person enters by an invitation',
    about: 'members',
    as: person('otto'),
    given: sceneWith({
      [roomPath(ROOM)]: room({ visibility: 'closed' }),
      [invitationPath(ROOM, CODE)]: invitation({ role: 'reader' }),
    }),
    path: JOINED,
    after: member('otto', 'reader', { joined: SERVER_TIME }),
    also: [set(entryPath(ROOM, 'otto'), { invitation: CODE })],
    guard: asMember,
  },
  {
    name: 'a person spends for the first time',
    about: 'members',
    as: person('mia'),
    given: sceneWith(),
    path: MINE,
    after: member('mia', 'member', { sent: first }),
    guard: asMember,
    free: { 'sent.last': any },
  },
  {
    name: 'a person spends the last of their allowance',
    about: 'members',
    as: person('mia'),
    given: sceneWith({
      [MINE]: member('mia', 'member', { sent: { since: FAR_OFF, count: 59, last: 'x:1' } }),
    }),
    path: MINE,
    after: member('mia', 'member', { sent: { since: FAR_OFF, count: 60, last: 'x:2' } }),
    guard: asMember,
    free: { 'sent.last': any },
  },
  {
    name: 'an owner changes a role',
    about: 'members',
    as: OWNER,
    given: sceneWith({ [MINE]: member('mia', 'reader') }),
    path: MINE,
    after: member('mia', 'member', { changed: SERVER_TIME }),
    also: [decided('mia')],
    guard: asMember,
  },
  {
    name: 'an owner silences',
    about: 'members',
    as: OWNER,
    given: sceneWith(),
    path: MINE,
    after: member('mia', 'reader', { changed: SERVER_TIME }),
    also: [decided('mia'), set(banPath(ROOM, 'mia'), { by: 'olga', at: SERVER_TIME })],
    guard: asMember,
  },
];

export const bans: Specimen[] = [
  {
    name: 'an owner bans',
    about: 'bans',
    as: OWNER,
    given: sceneWith(),
    path: banPath(ROOM, 'otto'),
    after: { by: 'olga', at: SERVER_TIME },
    also: [decided('otto')],
    guard: asBan,
  },
];

export const entries: Specimen[] = [
  {
    name: 'a person says by which invitation they come',
    about: 'entries',
    as: person('otto'),
    given: sceneWith(),
    path: entryPath(ROOM, 'otto'),
    after: { invitation: CODE },
    // They might have joined as well: the room is open.
    also: [set(JOINED, member('otto', 'member', { joined: SERVER_TIME }))],
    guard: asEntry,
    free: { invitation: any },
  },
];

const latest = Date.now() + INVITATION_DAYS_MAX * 86_400_000;

export const invitations: Specimen[] = [
  {
    name: 'an owner invites',
    about: 'invitations',
    as: OWNER,
    given: sceneWith(),
    path: invitationPath(ROOM, CODE),
    after: invitation({ at: SERVER_TIME, until: new Date(Date.now() + 86_400_000) }),
    also: [update(memberPath(ROOM, 'olga'), { sent: { ...first, last: inviting(CODE) } })],
    guard: asInvitation,
    free: {
      role: any,
      single: any,
      until: (value) => value instanceof Date && value.getTime() > Date.now() && value.getTime() <= latest,
    },
  },
  {
    name: 'an owner revokes an invitation',
    about: 'invitations',
    as: OWNER,
    given: sceneWith({ [invitationPath(ROOM, CODE)]: invitation() }),
    path: invitationPath(ROOM, CODE),
    after: invitation({ state: 'revoked' }),
    guard: asInvitation,
  },
  {
    name: 'a person uses an invitation up',
    about: 'invitations',
    as: person('otto'),
    given: sceneWith({ [invitationPath(ROOM, CODE)]: invitation({ single: true }) }),
    path: invitationPath(ROOM, CODE),
    after: invitation({ single: true, state: 'used', used: 'otto' }),
    also: [
      set(entryPath(ROOM, 'otto'), { invitation: CODE }),
      set(JOINED, member('otto', 'member', { joined: SERVER_TIME })),
    ],
    guard: asInvitation,
  },
];
