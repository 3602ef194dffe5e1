import type { Fields } from '#model/effect.ts';
import { invitationPath } from '#model/invitation.ts';
import { linkPath } from '#model/link.ts';
import { memberPath } from '#model/member.ts';
import { messagePath, replyId, slackMessageId } from '#model/message.ts';
import { personPath } from '#model/person.ts';
import { roomPath } from '#model/room.ts';
import { type Documents, FAR_OFF, LONG_AGO } from '../wire/index.ts';

/** The room that everybody is in, and one like it in which they are not. */
export const ROOM = 'lobby';
export const OTHER_ROOM = 'attic';

/** An id as browsers make them. */
const id = (uid: string, what: string): string =>
  `${uid.replace(/\W/g, '')}${what}`.padEnd(20, '0').slice(0, 20);
/** A message of theirs that is there, and one that is not yet. */
export const saidBy = (uid: string): string => id(uid, 'Said');
export const freshOf = (uid: string): string => id(uid, 'New');
/** Something said in Slack. */
export const HEARD = slackMessageId('C1', '1700000000.000100');
/** A message without a reply, and one whose reply is on its way. */
export const ASKED = saidBy('clara');
export const ANSWERED = saidBy('oscar');
export const REPLY = replyId(ANSWERED);

export const code = (letter: string): string => letter.repeat(32);

export const room = (over: Fields = {}): Fields => ({
  name: 'Lobby',
  visibility: 'open',
  reply: 'always',
  guests: true,
  owners: ['olga', 'oscar'],
  created: LONG_AGO,
  changed: LONG_AGO,
  ...over,
});
export const member = (person: string, role: string, over: Fields = {}): Fields => ({
  person,
  role,
  joined: LONG_AGO,
  ...over,
});
export const page = (over: Fields = {}): Fields => ({
  name: 'Somebody',
  guest: false,
  changed: LONG_AGO,
  ...over,
});
export const byPerson = (uid: string): Fields => ({ kind: 'person', id: uid });
export const message = (uid: string, over: Fields = {}): Fields => ({
  author: byPerson(uid),
  text: 'hello',
  at: LONG_AGO,
  revision: 1,
  ...over,
});
export const answer = (to: string, state: string, over: Fields = {}): Fields => ({
  author: { kind: 'component', id: 'reply' },
  text: 'Hello hello',
  at: LONG_AGO,
  revision: 1,
  reply: { to, state },
  ...over,
});
export const heard = (over: Fields = {}): Fields =>
  message('', { author: { kind: 'slack', id: 'T1-U1' }, ...over });
export const invitation = (over: Fields = {}): Fields => ({
  by: 'olga',
  at: LONG_AGO,
  name: 'Lobby',
  role: 'member',
  until: FAR_OFF,
  single: false,
  state: 'open',
  ...over,
});
export const link = (over: Fields = {}): Fields => ({
  team: 'T1',
  channel: 'C1',
  mode: 'channel',
  lease: { number: 4, held: false, since: LONG_AGO },
  pause: { since: LONG_AGO, seconds: 0 },
  settled: LONG_AGO,
  heard: LONG_AGO,
  ...over,
});

/** A mark of {@link ASKED} as it is made; its later states are this with other fields. */
export const mark = (where: string, over: Fields = {}): Fields => ({
  room: where,
  message: ASKED,
  at: LONG_AGO,
  wanted: 1,
  sent: 0,
  state: 'wanted',
  attempts: 0,
  lease: 0,
  ...over,
});
export const letter = (where: string, over: Fields = {}): Fields => ({
  component: 'slackPost',
  room: where,
  message: ASKED,
  error: 'msg_too_long',
  attempts: 3,
  at: LONG_AGO,
  state: 'open',
  ...over,
});

export const SPEAKERS = ['gus', 'gwen', 'otto', 'rita', 'mia', 'olga', 'opal', 'oscar', 'clara'];
const GUESTS = ['gus', 'gwen'];

const roomScene = (name: string): Documents => ({
  [linkPath(name)]: link(),
  ...Object.fromEntries(SPEAKERS.map((uid) => [messagePath(name, saidBy(uid)), message(uid)])),
  [messagePath(name, HEARD)]: heard(),
  [messagePath(name, REPLY)]: answer(ANSWERED, 'writing'),
  [invitationPath(name, code('a'))]: invitation(),
});

/** What is there in every row, unless the row says otherwise. */
export const SCENE: Documents = {
  ...Object.fromEntries(SPEAKERS.map((uid) => [personPath(uid), page({ guest: GUESTS.includes(uid) })])),
  [roomPath(ROOM)]: room(),
  [memberPath(ROOM, 'gus')]: member('gus', 'member'),
  [memberPath(ROOM, 'rita')]: member('rita', 'reader'),
  [memberPath(ROOM, 'mia')]: member('mia', 'member'),
  [memberPath(ROOM, 'olga')]: member('olga', 'owner'),
  [memberPath(ROOM, 'oscar')]: member('oscar', 'owner'),
  ...roomScene(ROOM),
  [roomPath(OTHER_ROOM)]: room({ owners: ['clara'] }),
  [memberPath(OTHER_ROOM, 'clara')]: member('clara', 'owner'),
  ...roomScene(OTHER_ROOM),
};

/** The scene with some documents otherwise, and without those that are `undefined`. */
export const sceneWith = (over: Readonly<Record<string, Fields | undefined>> = {}): Documents =>
  Object.fromEntries(
    Object.entries({ ...SCENE, ...over }).flatMap(([path, fields]) => (fields ? [[path, fields]] : [])),
  );
