import type { DeadLetter } from '../model/dead-letter.ts';
import type { Posted } from '../model/event.ts';
import type { InboxEntry } from '../model/inbox.ts';
import type { Link } from '../model/link.ts';
import type { LinkGrant } from '../model/link-grant.ts';
import type { Message } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import type { Pause } from '../model/pause.ts';
import type { Person } from '../model/person.ts';
import type { Reaction } from '../model/reaction.ts';
import type { ReactionMirror } from '../model/reaction-mirror.ts';
import type { Room } from '../model/room.ts';
import type { SlackPerson } from '../model/slack-person.ts';

/** A document and its id. */
export type Found<Document> = { readonly id: string; readonly value: Document };

/** What is thrown for a document that is there and is not what it should be. It says which, and what is wrong. */
export class Unreadable extends Error {}

/**
 * What components may ask to read; each names the part it needs. A document that is not there is `undefined`. Of messages, lists leave out
 * what is not what it should be, so that the others go on.
 */
export type Reading = {
  room(room: string): Promise<Room | undefined>;
  person(uid: string): Promise<Person | undefined>;
  message(room: string, id: string): Promise<Message | undefined>;
  /** Messages later than `after`, oldest first, at most `most`. */
  messagesSince(room: string, after: Date, most: number): Promise<Found<Message>[]>;
  /** Messages up to `before`, the latest first, at most `most`. */
  messagesBefore(room: string, before: Date, most: number): Promise<Found<Message>[]>;
  /** Messages of all rooms with `from` < time ≤ `to`, oldest first, at most `most`. */
  saidBetween(from: Date, to: Date, most: number): Promise<Posted[]>;
  /** Replies that were begun or wanted before `before` and have not ended, oldest first, at most `most`. */
  repliesOpen(before: Date, most: number): Promise<Posted[]>;
  /** Somebody's reaction to a message. `id` is the document's. */
  reaction(room: string, message: string, id: string): Promise<Reaction | undefined>;
  /** The reactions of people of the web to a message, oldest first, at most `most`. */
  reactionsOfPeople(room: string, message: string, most: number): Promise<Found<Reaction>[]>;
  /** The reactions of people in Slack to a message that stand, at most `most`. */
  reactionsFromSlack(room: string, message: string, most: number): Promise<Found<Reaction>[]>;
  reactionMirror(room: string, message: string): Promise<ReactionMirror | undefined>;
  /** Marks of a room's reactions that are wanted or half done, oldest first, at most `most`. */
  reactionMirrorsDue(room: string, most: number): Promise<ReactionMirror[]>;
  /** Marks of all rooms' reactions that are wanted or half done since before `before`, oldest first, at most `most`. */
  reactionMirrorsWaiting(before: Date, most: number): Promise<ReactionMirror[]>;
  /** In the first room after this one, by their ids, that has such marks: the oldest of them. */
  nextReactionMirrorWaiting(after: string): Promise<ReactionMirror | undefined>;
  link(room: string): Promise<Link | undefined>;
  linkGrant(room: string): Promise<LinkGrant | undefined>;
  /** The rooms that are a channel of a Slack team, or threads of it, with their links; the whole of it unless it says so. */
  linksTo(team: string, channel: string, mode?: Link['mode']): Promise<Found<Link>[]>;
  /** The rooms that are this thread, by its root. */
  linksOfThread(team: string, channel: string, thread: string): Promise<Found<Link>[]>;
  /** Links whose channels were looked through after `after` and not since `before`, the longest ago first, at most `most`. */
  linksUnheard(after: Date, before: Date, most: number): Promise<Found<Link>[]>;
  /** How long Slack asked to wait in a channel, when it last did. */
  pause(team: string, channel: string): Promise<Pause | undefined>;
  mirror(room: string, message: string): Promise<Mirror | undefined>;
  /** Mirrors of a room that are wanted or in doubt, oldest message first, at most `most`. */
  mirrorsDue(room: string, most: number): Promise<Mirror[]>;
  /** Mirrors of all rooms that are wanted or in doubt and whose message is older than `before`, oldest first, at most `most`. */
  mirrorsWaiting(before: Date, most: number): Promise<Mirror[]>;
  /** In the first room after this one, by their ids, that has mirrors which are wanted or in doubt: the one of the oldest message. */
  nextMirrorWaiting(after: string): Promise<Mirror | undefined>;
  /** Mirrors of messages later than `after`, oldest first, at most `most`. */
  mirrorsSince(room: string, after: Date, most: number): Promise<Mirror[]>;
  /** The mirror in this room of which this `ts` is a post. */
  mirrorAt(room: string, channel: string, ts: string): Promise<Mirror | undefined>;
  /** The mirror of which this `ts` is a post, whichever its room. */
  mirrorPosted(team: string, channel: string, ts: string): Promise<Mirror | undefined>;
  /** The first mirror that stands in this thread of Slack, whichever its room. */
  mirrorInThread(team: string, channel: string, thread: string): Promise<Mirror | undefined>;
  /** Slack events received before `before` that nobody has applied, oldest first, at most `most`. */
  eventsWaiting(before: Date, most: number): Promise<Found<InboxEntry>[]>;
  /** Slack events of which nothing came, the latest first, at most `most`. */
  eventsPassedOver(most: number): Promise<Found<InboxEntry>[]>;
  /** The links of all rooms, by their ids, at most `most`; of those after one, where it is named. */
  links(most: number, after?: string): Promise<Found<Link>[]>;
  /** Dead letters that nobody has decided about, the oldest first, at most `most`. */
  deadLettersOpen(most: number): Promise<Found<DeadLetter>[]>;
  deadLetter(job: string): Promise<DeadLetter | undefined>;
  slackPerson(id: string): Promise<SlackPerson | undefined>;
};
