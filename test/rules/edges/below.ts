import { banPath } from '#model/ban.ts';
import { deadLetterPath } from '#model/dead-letter.ts';
import { inboxPath } from '#model/inbox.ts';
import { invitationPath } from '#model/invitation.ts';
import { linkPath } from '#model/link.ts';
import { linkGrantPath } from '#model/link-grant.ts';
import { memberPath } from '#model/member.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId, mirrorPath } from '#model/mirror.ts';
import { personPath } from '#model/person.ts';
import { slackPersonPath } from '#model/slack-person.ts';
import { ASKED, code, ROOM } from '../matrix/scene.ts';
import { type Case, component, get, list, listGroup, type Principal, person } from '../wire/index.ts';
import { type Edge, edges } from './edge.ts';

const MIA = person('mia');

/** Of each collection a document, and who may read it. */
const READABLE: Readonly<Record<string, readonly [Principal, string]>> = {
  people: [MIA, personPath('mia')],
  members: [MIA, memberPath(ROOM, 'mia')],
  bans: [person('olga'), banPath(ROOM, 'mia')],
  invitations: [MIA, invitationPath(ROOM, code('a'))],
  messages: [MIA, messagePath(ROOM, ASKED)],
  links: [component('mirror'), linkPath(ROOM)],
  linkGrants: [component('operate'), linkGrantPath(ROOM)],
  mirrors: [component('mirror'), mirrorPath(ROOM, ASKED)],
  inbox: [component('slackReceive'), inboxPath('E1')],
  slackPeople: [MIA, slackPersonPath('T1-U1')],
  deadLetters: [component('slackPost'), deadLetterPath(mirrorId(ROOM, ASKED))],
};

const deeper = Object.entries(READABLE).flatMap(([about, [as, path]]) =>
  edges(about, [['what lies below is read', false, as, get(`${path}/more/1`)]]),
);

const OWN = { where: [['person', '==', 'mia']], limit: 50 } as const;
const lists: Edge[] = [
  ['what lies below their own is listed', false, MIA, list(`${memberPath(ROOM, 'mia')}/more`, OWN)],
  ['what lies below all of them is listed', false, MIA, listGroup('more', OWN)],
];

/** What lies below the documents that somebody may read is nobody's. */
export const below: readonly Case[] = [...deeper, ...edges('members', lists)];
