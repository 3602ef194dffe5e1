import { bansPath } from '#model/ban.ts';
import { deadLettersPath } from '#model/dead-letter.ts';
import { invitationsPath } from '#model/invitation.ts';
import { linksPath } from '#model/link.ts';
import { linkGrantsPath } from '#model/link-grant.ts';
import { membersGroup, membersPath } from '#model/member.ts';
import { messagesPath } from '#model/message.ts';
import { mirrorsPath } from '#model/mirror.ts';
import { reactionsPath } from '#model/reaction.ts';
import { roomsPath } from '#model/room.ts';
import { EVERYBODY, type FigureName, INSIDE, NO_GUESTS } from '../matrix/figures.ts';
import { ASKED, ROOM } from '../matrix/scene.ts';
import { LONG_AGO, list, listGroup } from '../wire/index.ts';
import type { Listing } from './variations.ts';

/** The lists that the browser asks for, by the file that does. */
export type WebListing = Omit<Listing, 'by'> & { readonly by: readonly FigureName[] };

const open = ['visibility', '==', 'open'] as const;
const page = { orderBy: ['-at'], limit: 50 };
const readers = { by: INSIDE, also: ['slackPost', 'slackApply', 'sweep'], most: 50, needs: [] } as const;

export const WEB: Readonly<Record<string, readonly WebListing[]>> = {
  'web/data/delivery.ts': [
    {
      name: 'how far the newest messages of a room are',
      request: list(mirrorsPath, { where: [['room', '==', ROOM]], ...page }),
      by: INSIDE,
      also: ['slackPost', 'slackApply', 'sweep', 'operate'],
      most: 50,
      needs: ['room'],
    },
    {
      name: 'how far older messages of a room are',
      request: list(mirrorsPath, { where: [['room', '==', ROOM]], ...page, startAfter: [LONG_AGO] }),
      by: INSIDE,
      also: ['slackPost', 'slackApply', 'sweep', 'operate'],
      most: 50,
      needs: ['room'],
    },
  ],
  'web/data/invitations.ts': [
    {
      name: 'the open invitations of a room',
      request: list(invitationsPath(ROOM), {
        where: [
          ['state', '==', 'open'],
          ['until', '>', LONG_AGO],
        ],
        orderBy: ['until'],
        limit: 50,
      }),
      by: ['owner'],
      most: 50,
      needs: [],
    },
  ],
  'web/data/kept-out.ts': [
    {
      name: 'who is banned from a room',
      request: list(bansPath(ROOM), { limit: 50 }),
      by: ['owner'],
      most: 50,
      needs: [],
    },
    {
      name: 'which of some people are in a room',
      request: list(membersPath(ROOM), { where: [['person', 'in', ['mia', 'sam']]], limit: 50 }),
      by: INSIDE,
      most: 50,
      needs: [],
    },
  ],
  'web/data/members.ts': [
    {
      name: 'the members of a room',
      request: list(membersPath(ROOM), { orderBy: ['joined'], limit: 50 }),
      by: INSIDE,
      most: 50,
      needs: [],
    },
  ],
  'web/data/messages.ts': [
    { name: 'the newest page of a room', request: list(messagesPath(ROOM), page), ...readers },
    {
      name: 'an older page of a room',
      request: list(messagesPath(ROOM), { ...page, startAfter: [LONG_AGO] }),
      ...readers,
    },
  ],
  'web/data/operator.ts': [
    {
      name: 'the links of all rooms',
      request: list(linksPath, { orderBy: ['__name__'], limit: 50 }),
      by: ['operator'],
      also: ['sweep', 'operate'],
      most: 50,
      needs: [],
    },
    {
      name: 'where owners may link their rooms',
      request: list(linkGrantsPath, { orderBy: ['__name__'], limit: 50 }),
      by: ['operator'],
      most: 50,
      needs: [],
    },
    {
      name: 'the dead letters that are open',
      request: list(deadLettersPath, { where: [['state', '==', 'open']], orderBy: ['at'], limit: 50 }),
      by: ['operator'],
      also: ['operate'],
      most: 50,
      needs: [],
    },
  ],
  'web/data/reactions.ts': [
    {
      name: 'the reactions to a message of the web',
      request: list(reactionsPath(ROOM, ASKED), { where: [['on', '==', true]], orderBy: ['at'], limit: 200 }),
      by: INSIDE,
      also: ['slackPost', 'slackApply'],
      most: 200,
      needs: [],
    },
  ],
  'web/data/rooms.ts': [
    {
      name: 'open rooms',
      request: list(roomsPath, { where: [open], limit: 50 }),
      by: NO_GUESTS,
      most: 50,
      needs: ['visibility'],
    },
    {
      name: 'open rooms that take guests',
      request: list(roomsPath, { where: [open, ['guests', '==', true]], limit: 50 }),
      by: ['guest', 'guestOutside'],
      also: EVERYBODY,
      most: 50,
      needs: ['visibility', 'guests'],
    },
    {
      name: "a member's own rooms",
      request: listGroup(membersGroup, { where: [['person', '==', 'mia']], limit: 50 }),
      by: ['member'],
      most: 50,
      needs: ['person'],
    },
  ],
};

/** How often each of these files asks for a list, as its text has it: one that asks more often lacks a row above. */
export const ASKS: Readonly<Record<string, number>> = {
  'web/data/delivery.ts': 1,
  'web/data/invitations.ts': 1,
  'web/data/kept-out.ts': 1,
  'web/data/members.ts': 1,
  'web/data/messages.ts': 1,
  'web/data/operator.ts': 3,
  // A page of any of these.
  'web/data/pages.ts': 1,
  'web/data/reactions.ts': 1,
  'web/data/rooms.ts': 2,
};
