import { banPath } from '#model/ban.ts';
import { invitationPath, inviting } from '#model/invitation.ts';
import { deciding, memberPath, sending } from '#model/member.ts';
import { messagePath } from '#model/message.ts';
import { roomPath } from '#model/room.ts';
import {
  code,
  freshOf,
  invitation,
  member,
  message,
  ROOM,
  room,
  saidBy,
  sceneWith,
} from '../matrix/scene.ts';
import { batch, type Case, FAR_OFF, person, remove, SERVER_TIME, set, update } from '../wire/index.ts';
import { type Write } from '../wire/request.ts';

const FRESH = freshOf('olga');
const MORE = freshOf('second');
const OWN = memberPath(ROOM, 'olga');
const spent = (what: string) => update(OWN, { sent: { since: SERVER_TIME, count: 1, last: what } });
const says = (id: string) => set(messagePath(ROOM, id), message('olga', { at: SERVER_TIME }));
const bans = (uid: string) => set(banPath(ROOM, uid), { by: 'olga', at: SERVER_TIME });
const edits = update(messagePath(ROOM, saidBy('olga')), { text: 'anew', revision: 2, edited: SERVER_TIME });
const invites = (letter: string) =>
  set(
    invitationPath(ROOM, code(letter)),
    invitation({ at: SERVER_TIME, until: new Date(Date.now() + 86_400_000) }),
  );
const owners = (...uids: string[]) => update(roomPath(ROOM), { owners: uids, changed: SERVER_TIME });
const decided = (uid: string) => spent(deciding(uid));
const role = (uid: string, is: string) => update(memberPath(ROOM, uid), { role: is, changed: SERVER_TIME });

type Told = readonly [name: string, may: boolean, writes: readonly Write[], more?: Partial<Case>];
const max = { [memberPath(ROOM, 'max')]: member('max', 'member') };

/** Batches of an owner, who may do each of these things by itself. */
const TOGETHER: readonly Told[] = [
  ['one message of one allowance', true, [spent(sending(FRESH, 1)), says(FRESH)]],
  ['two messages of one allowance', false, [spent(sending(FRESH, 1)), says(FRESH), says(MORE)]],
  ['a message and an edit of one allowance', false, [spent(sending(FRESH, 1)), says(FRESH), edits]],
  [
    'a message and an invitation of one allowance',
    false,
    [spent(sending(FRESH, 1)), says(FRESH), invites('h')],
  ],
  ['two invitations of one allowance', false, [spent(inviting(code('h'))), invites('h'), invites('i')]],
  ['an allowance, and nothing of it', true, [spent(sending(FRESH, 1))]],
  [
    'a message of an allowance that was spent on it before',
    true,
    [says(FRESH)],
    {
      given: sceneWith({
        [OWN]: member('olga', 'owner', { sent: { since: FAR_OFF, count: 9, last: sending(FRESH, 1) } }),
      }),
    },
  ],
  [
    'a message that is there already, of the allowance that was spent on it',
    false,
    [says(saidBy('olga'))],
    {
      given: sceneWith({
        [OWN]: member('olga', 'owner', {
          sent: { since: FAR_OFF, count: 9, last: sending(saidBy('olga'), 1) },
        }),
      }),
    },
  ],
  ['one owner less, by their role', true, [decided('oscar'), owners('olga'), role('oscar', 'member')]],
  [
    'two owners less',
    false,
    [owners('ora'), role('olga', 'member'), role('oscar', 'member')],
    {
      given: sceneWith({
        [memberPath(ROOM, 'ora')]: member('ora', 'owner'),
        [roomPath(ROOM)]: room({ owners: ['olga', 'oscar', 'ora'] }),
      }),
    },
  ],
  [
    'one owner for another',
    false,
    [decided('max'), owners('olga', 'max'), role('oscar', 'member'), role('max', 'owner')],
    { given: sceneWith(max) },
  ],
  [
    'one owner for another, who stays one',
    false,
    [decided('max'), owners('olga', 'max'), role('max', 'owner')],
    { given: sceneWith(max) },
  ],
  [
    'one owner less, and one more who is none',
    false,
    [decided('oscar'), owners('olga', 'max'), role('oscar', 'member')],
    { given: sceneWith(max) },
  ],
  [
    'two owners less, by the role of one',
    false,
    [decided('oscar'), owners('olga'), role('oscar', 'member')],
    {
      given: sceneWith({
        [memberPath(ROOM, 'ora')]: member('ora', 'owner'),
        [roomPath(ROOM)]: room({ owners: ['olga', 'oscar', 'ora'] }),
      }),
    },
  ],
  [
    'one owner more, by their role',
    true,
    [decided('max'), owners('olga', 'oscar', 'max'), role('max', 'owner')],
    { given: sceneWith(max) },
  ],
  [
    'one owner more, at the front',
    false,
    [decided('max'), owners('max', 'olga', 'oscar'), role('max', 'owner')],
    { given: sceneWith(max) },
  ],
  [
    'two owners more',
    false,
    [decided('max'), owners('olga', 'oscar', 'max', 'mia'), role('max', 'owner'), role('mia', 'owner')],
    { given: sceneWith(max) },
  ],
  [
    'two roles of one allowance',
    false,
    [decided('rita'), role('rita', 'member'), role('max', 'member')],
    { given: sceneWith({ [memberPath(ROOM, 'max')]: member('max', 'reader') }) },
  ],
  [
    'a ban and a role of one person, of one allowance',
    true,
    [decided('mia'), bans('mia'), role('mia', 'reader')],
  ],
  ['two bans of one allowance', false, [decided('mia'), bans('mia'), bans('nina')]],
  [
    'something allowed and something denied',
    false,
    [decided('mia'), bans('mia'), role('mia', 'reader'), remove(messagePath(ROOM, saidBy('mia')))],
  ],
];

export const together: Case[] = TOGETHER.map(([name, may, writes, more]) => ({
  name,
  about: 'rooms',
  as: person('olga'),
  given: sceneWith(),
  ask: batch(...writes),
  may,
  ...more,
}));
