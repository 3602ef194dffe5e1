import type { Case } from '../wire/index.ts';
import { cellsOf, type Row } from './row.ts';
import { bans } from './rows/bans.ts';
import { deadLetters } from './rows/dead-letters.ts';
import { entering } from './rows/entering.ts';
import { entries } from './rows/entries.ts';
import { inbox } from './rows/inbox.ts';
import { invitations } from './rows/invitations.ts';
import { linkGrants } from './rows/link-grants.ts';
import { links } from './rows/links.ts';
import { members } from './rows/members.ts';
import { messages } from './rows/messages.ts';
import { mirrors } from './rows/mirrors.ts';
import { pauses } from './rows/pauses.ts';
import { people } from './rows/people.ts';
import { posting } from './rows/posting.ts';
import { feltLetters, reactionMirrors } from './rows/reaction-mirrors.ts';
import { reactions } from './rows/reactions.ts';
import { replies, slackMessages } from './rows/replies.ts';
import { rooms } from './rows/rooms.ts';
import { slackPeople } from './rows/slack-people.ts';

/** The documents of one `match` of the rules, and of the one that names them wherever they are. */
type Section = {
  /** The path, as the rules have it. */
  readonly match: string;
  /** Where lists of all rooms are matched by themselves. */
  readonly everywhere?: string;
  /** What they are, in a few words. */
  readonly are: string;
  readonly rows: readonly Row[];
};

/** Who may do what. What is not said here nobody may. */
export const TABLE: readonly Section[] = [
  { match: 'people/{person}', are: 'how a person appears', rows: people },
  { match: 'rooms/{room}', are: 'a room and its settings', rows: rooms },
  {
    match: 'rooms/{room}/members/{member}',
    everywhere: '{path=**}/members/{member}',
    are: 'what a person is in a room, and what they have sent',
    rows: [...entering, ...members],
  },
  {
    match: 'rooms/{room}/bans/{person}',
    are: 'who was removed or silenced by an owner, and does not come in again until it is lifted',
    rows: bans,
  },
  {
    match: 'rooms/{room}/entries/{person}',
    are: 'by which invitation somebody came in: the rules read it, and nobody else',
    rows: entries,
  },
  {
    match: 'rooms/{room}/invitations/{code}',
    are: 'whoever knows the code may come in',
    rows: invitations,
  },
  {
    match: 'rooms/{room}/messages/{message}',
    everywhere: '{path=**}/messages/{message}',
    are: 'what was said: by people, by `reply`, in Slack',
    rows: [...messages, ...replies, ...slackMessages],
  },
  {
    match: 'rooms/{room}/messages/{message}/reactions/{reaction}',
    are: 'what somebody feels about it, in one emoji',
    rows: reactions,
  },
  { match: 'links/{room}', are: 'a room’s tie to a Slack channel, and who works on it', rows: links },
  {
    match: 'linkGrants/{room}',
    are: 'to which Slack channels a room’s owners may link it',
    rows: linkGrants,
  },
  { match: 'pauses/{channel}', are: 'how long Slack wants nothing in a channel', rows: pauses },
  {
    match: 'mirrors/{mirror}',
    are: 'what Slack should show of a message, and shows',
    rows: [...mirrors, ...posting],
  },
  {
    match: 'reactionMirrors/{mark}',
    are: 'what Slack should show of the web’s reactions to a message, and shows',
    rows: reactionMirrors,
  },
  { match: 'inbox/{event}', are: 'what Slack told us', rows: inbox },
  { match: 'slackPeople/{person}', are: 'how somebody in Slack appears', rows: slackPeople },
  { match: 'deadLetters/{job}', are: 'what was given up', rows: [...deadLetters, ...feltLetters] },
];

/** The collection of a section, as cases name it: `messages`. */
export const collectionOf = ({ match }: Pick<Section, 'match'>): string => match.split('/').at(-2) ?? match;

const cells = new Map(
  TABLE.flatMap((section) => section.rows.map((row) => [row, cellsOf(collectionOf(section), row)] as const)),
);

/** The cells of one row. */
export const cellsIn = (row: Row): readonly Case[] => cells.get(row) ?? [];

/** Every cell of the table. */
export const CELLS: readonly Case[] = [...cells.values()].flat();
