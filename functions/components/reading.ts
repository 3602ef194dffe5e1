import type { Link } from '../model/link.ts';
import type { Message } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import type { Person } from '../model/person.ts';
import type { Room } from '../model/room.ts';
import type { SlackPerson } from '../model/slack-person.ts';

/** A document and its id. */
export type Found<Document> = { readonly id: string; readonly value: Document };

/** What components may ask to read; each names the part it needs. A document that is not there is `undefined`. */
export type Reading = {
  room(room: string): Promise<Room | undefined>;
  person(uid: string): Promise<Person | undefined>;
  message(room: string, id: string): Promise<Message | undefined>;
  /** Messages later than `after`, oldest first, at most `most`. */
  messagesSince(room: string, after: Date, most: number): Promise<Found<Message>[]>;
  link(room: string): Promise<Link | undefined>;
  /** The rooms linked to a channel of a Slack team, with their links. */
  linksTo(team: string, channel: string): Promise<Found<Link>[]>;
  mirror(room: string, message: string): Promise<Mirror | undefined>;
  /** Mirrors of a room that are wanted or in doubt, oldest message first, at most `most`. */
  mirrorsDue(room: string, most: number): Promise<Mirror[]>;
  /** Mirrors of messages later than `after`, oldest first, at most `most`. */
  mirrorsSince(room: string, after: Date, most: number): Promise<Mirror[]>;
  /** The mirror in this room that Slack knows by this `ts`. */
  mirrorAt(room: string, channel: string, ts: string): Promise<Mirror | undefined>;
  slackPerson(id: string): Promise<SlackPerson | undefined>;
};
