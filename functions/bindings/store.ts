import { documentId, limit, orderBy, type QueryConstraint, startAfter, where } from 'firebase/firestore/lite';
import type { Reading, Unreadable } from '../components/reading.ts';
import { asDeadLetter, deadLetterPath, deadLettersPath } from '../model/dead-letter.ts';
import type { Posted } from '../model/event.ts';
import { asInboxEntry, inboxesPath } from '../model/inbox.ts';
import { asLink, linkPath, linksPath } from '../model/link.ts';
import { asLinkGrant, linkGrantPath } from '../model/link-grant.ts';
import { asMessage, messagePath, messagesGroup, messagesPath } from '../model/message.ts';
import { asMirror, mirrorPath, mirrorsPath } from '../model/mirror.ts';
import { asPause, pausePath } from '../model/pause.ts';
import { asPerson, personPath } from '../model/person.ts';
import { asReaction, reactionsPath } from '../model/reaction.ts';
import { asReactionMirror, reactionMirrorPath, reactionMirrorsPath } from '../model/reaction-mirror.ts';
import { asRoom, roomPath } from '../model/room.ts';
import { asSlackPerson, slackPersonPath } from '../model/slack-person.ts';
import { documentsOf } from './documents.ts';
import type { As } from './session.ts';

/** Rooms that one Slack channel may be linked to: as many as the rules let a component list. */
const ROOMS_PER_CHANNEL = 20;

/** Marks that are to be worked off. */
const isOpen = where('state', 'in', ['wanted', 'sending']);
/** The oldest of them in the next room, by its id, that has such marks. */
const nextOpen = (after: string): QueryConstraint[] => [
  isOpen,
  where('room', '>', after),
  orderBy('room'),
  orderBy('at'),
  limit(1),
];

/** What components ask of Firestore, asked as somebody who is signed in. `leaveOut` is told of messages that lists leave out; without it, they are thrown. */
export function storeOf(as: As, leaveOut?: (why: Unreadable) => void): Reading {
  const { one, many } = documentsOf(as);
  const sifting = documentsOf(as, leaveOut);
  const messages = async (...constraints: QueryConstraint[]): Promise<Posted[]> =>
    (await sifting.everywhere(asMessage, messagesGroup, ...constraints)).map(({ within, id, value }) => ({
      room: within,
      id,
      message: value,
    }));
  const mirrors = async (...constraints: QueryConstraint[]) =>
    (await many(asMirror, mirrorsPath, ...constraints)).map(({ value }) => value);
  const mirror = async (...constraints: QueryConstraint[]) => (await mirrors(...constraints, limit(1)))[0];
  const reactionMirrors = async (...constraints: QueryConstraint[]) =>
    (await many(asReactionMirror, reactionMirrorsPath, ...constraints)).map(({ value }) => value);

  return {
    room: (room) => one(asRoom, roomPath(room)),
    person: (uid) => one(asPerson, personPath(uid)),
    message: (room, id) => one(asMessage, messagePath(room, id)),
    messagesSince: (room, after, most) =>
      sifting.many(asMessage, messagesPath(room), where('at', '>', after), orderBy('at'), limit(most)),
    messagesBefore: (room, before, most) =>
      sifting.many(
        asMessage,
        messagesPath(room),
        where('at', '<=', before),
        orderBy('at', 'desc'),
        limit(most),
      ),
    saidBetween: (from, to, most) =>
      messages(where('at', '>', from), where('at', '<=', to), orderBy('at'), limit(most)),
    repliesOpen: (before, most) =>
      messages(
        where('reply.state', 'in', ['wanted', 'writing']),
        where('at', '<', before),
        orderBy('at'),
        limit(most),
      ),
    reaction: (room, message, id) => one(asReaction, `${reactionsPath(room, message)}/${id}`),
    reactionsOfPeople: (room, message, most) =>
      many(
        asReaction,
        reactionsPath(room, message),
        where('by.kind', '==', 'person'),
        orderBy('at'),
        limit(most),
      ),
    reactionsFromSlack: (room, message, most) =>
      many(
        asReaction,
        reactionsPath(room, message),
        where('by.kind', '==', 'slack'),
        where('on', '==', true),
        limit(most),
      ),
    reactionMirror: (room, message) => one(asReactionMirror, reactionMirrorPath(room, message)),
    reactionMirrorsDue: (room, most) =>
      reactionMirrors(where('room', '==', room), isOpen, orderBy('at'), limit(most)),
    reactionMirrorsWaiting: (before, most) =>
      reactionMirrors(isOpen, where('at', '<', before), orderBy('at'), limit(most)),
    nextReactionMirrorWaiting: async (after) => (await reactionMirrors(...nextOpen(after)))[0],
    link: (room) => one(asLink, linkPath(room)),
    linkGrant: (room) => one(asLinkGrant, linkGrantPath(room)),
    linksTo: (team, channel, mode = 'channel') =>
      many(
        asLink,
        linksPath,
        where('team', '==', team),
        where('channel', '==', channel),
        where('mode', '==', mode),
        limit(ROOMS_PER_CHANNEL),
      ),
    linksOfThread: (team, channel, thread) =>
      many(
        asLink,
        linksPath,
        where('team', '==', team),
        where('channel', '==', channel),
        where('thread', '==', thread),
        limit(ROOMS_PER_CHANNEL),
      ),
    linksUnheard: (after, before, most) =>
      many(
        asLink,
        linksPath,
        where('heard', '>', after),
        where('heard', '<', before),
        orderBy('heard'),
        limit(most),
      ),
    pause: (team, channel) => one(asPause, pausePath(team, channel)),
    mirror: (room, message) => one(asMirror, mirrorPath(room, message)),
    mirrorsDue: (room, most) => mirrors(where('room', '==', room), isOpen, orderBy('at'), limit(most)),
    mirrorsWaiting: (before, most) => mirrors(isOpen, where('at', '<', before), orderBy('at'), limit(most)),
    nextMirrorWaiting: async (after) => (await mirrors(...nextOpen(after)))[0],
    mirrorsSince: (room, after, most) =>
      mirrors(where('room', '==', room), where('at', '>', after), orderBy('at'), limit(most)),
    mirrorAt: (room, channel, ts) =>
      mirror(
        where('room', '==', room),
        where('channel', '==', channel),
        where('parts', 'array-contains', ts),
      ),
    mirrorPosted: (team, channel, ts) =>
      mirror(
        where('team', '==', team),
        where('channel', '==', channel),
        where('parts', 'array-contains', ts),
      ),
    mirrorInThread: (team, channel, thread) =>
      mirror(
        where('team', '==', team),
        where('channel', '==', channel),
        where('thread', '==', thread),
        orderBy('at'),
      ),
    eventsWaiting: (before, most) =>
      many(
        asInboxEntry,
        inboxesPath,
        where('state', '==', 'received'),
        where('received', '<', before),
        orderBy('received'),
        limit(most),
      ),
    eventsPassedOver: (most) =>
      many(
        asInboxEntry,
        inboxesPath,
        where('state', 'in', ['ignored', 'failed']),
        orderBy('received', 'desc'),
        limit(most),
      ),
    links: (most, after) =>
      many(
        asLink,
        linksPath,
        orderBy(documentId()),
        ...(after === undefined ? [] : [startAfter(after)]),
        limit(most),
      ),
    deadLettersOpen: (most) =>
      many(asDeadLetter, deadLettersPath, where('state', '==', 'open'), orderBy('at'), limit(most)),
    deadLetter: (job) => one(asDeadLetter, deadLetterPath(job)),
    slackPerson: (id) => one(asSlackPerson, slackPersonPath(id)),
  };
}
