import { Ban } from '#model/ban.ts';
import { DeadLetter } from '#model/dead-letter.ts';
import { Entry } from '#model/entry.ts';
import { InboxEntry } from '#model/inbox.ts';
import { Invitation } from '#model/invitation.ts';
import { Link } from '#model/link.ts';
import { LinkGrant } from '#model/link-grant.ts';
import { Member } from '#model/member.ts';
import { Message } from '#model/message.ts';
import { Mirror } from '#model/mirror.ts';
import { Pause } from '#model/pause.ts';
import { Person } from '#model/person.ts';
import { Reaction } from '#model/reaction.ts';
import { ReactionMirror } from '#model/reaction-mirror.ts';
import { Room } from '#model/room.ts';
import { SlackPerson } from '#model/slack-person.ts';
import { SPECIMENS } from '../specimens/index.ts';
import { asked, type Specimen, specimenCase } from '../specimens/specimen.ts';
import type { Case } from '../wire/index.ts';
import { isTaken, type Variation, variationsOf } from './variation.ts';

/** The model's schemas by collection. */
export const SCHEMAS: Readonly<Record<string, unknown>> = {
  people: Person,
  rooms: Room,
  members: Member,
  invitations: Invitation,
  bans: Ban,
  entries: Entry,
  messages: Message,
  reactions: Reaction,
  links: Link,
  linkGrants: LinkGrant,
  pauses: Pause,
  mirrors: Mirror,
  reactionMirrors: ReactionMirror,
  inbox: InboxEntry,
  slackPeople: SlackPerson,
  deadLetters: DeadLetter,
};

const variationCase = (specimen: Specimen, variation: Variation): Case => ({
  name: `${specimen.name}, and ${variation.path} ${variation.what}`,
  about: specimen.about,
  as: specimen.as,
  given: specimen.given,
  ask: asked(specimen, variation.after),
  may: isTaken(specimen, variation),
});

/** Each specimen as it is, and with each field otherwise. */
export const FIELDS: ReadonlyMap<Specimen, readonly Case[]> = new Map(
  SPECIMENS.map((specimen) => [
    specimen,
    [
      specimenCase(specimen),
      ...variationsOf(specimen, SCHEMAS[specimen.about]).map((one) => variationCase(specimen, one)),
    ],
  ]),
);
