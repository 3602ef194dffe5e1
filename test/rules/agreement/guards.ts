import { asBan } from '#model/ban.ts';
import { asDeadLetter } from '#model/dead-letter.ts';
import type { Fields } from '#model/effect.ts';
import { asEntry } from '#model/entry.ts';
import type { Checked } from '#model/guard.ts';
import { asInboxEntry } from '#model/inbox.ts';
import { asInvitation } from '#model/invitation.ts';
import { asLink } from '#model/link.ts';
import { asLinkGrant } from '#model/link-grant.ts';
import { asMember } from '#model/member.ts';
import { asMessage } from '#model/message.ts';
import { asMirror } from '#model/mirror.ts';
import { asPause } from '#model/pause.ts';
import { asPerson } from '#model/person.ts';
import { asReaction } from '#model/reaction.ts';
import { asReactionMirror } from '#model/reaction-mirror.ts';
import { asRoom } from '#model/room.ts';
import { asSlackPerson } from '#model/slack-person.ts';
import { atMoment } from './scenario.ts';

/** The model's guards by collection. */
const GUARDS: Readonly<Record<string, (value: unknown) => Checked<unknown>>> = {
  people: asPerson,
  rooms: asRoom,
  members: asMember,
  invitations: asInvitation,
  bans: asBan,
  entries: asEntry,
  messages: asMessage,
  reactions: asReaction,
  links: asLink,
  linkGrants: asLinkGrant,
  pauses: asPause,
  mirrors: asMirror,
  reactionMirrors: asReactionMirror,
  inbox: asInboxEntry,
  slackPeople: asSlackPerson,
  deadLetters: asDeadLetter,
};

/** Whether a document can be there at all: nobody can have written what its guard does not take. */
export function canBeThere(path: string, fields: Fields): boolean {
  const guard = GUARDS[path.split('/').at(-2) ?? ''];
  return guard?.(atMoment(fields, Date.now())).ok ?? false;
}
