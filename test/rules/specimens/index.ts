import { inbox } from './inbox.ts';
import { linkGrants } from './link-grants.ts';
import { links } from './links.ts';
import { messages } from './messages.ts';
import { deadLetters, mirrors } from './mirrors.ts';
import { pauses } from './pauses.ts';
import { people, slackPeople } from './people.ts';
import { reactionMirrors } from './reaction-mirrors.ts';
import { reactions } from './reactions.ts';
import { bans, entries, invitations, members, rooms } from './rooms.ts';
import type { Specimen } from './specimen.ts';

/** Each write that somebody may do, once. */
export const SPECIMENS: readonly Specimen[] = [
  ...people,
  ...rooms,
  ...members,
  ...invitations,
  ...bans,
  ...entries,
  ...messages,
  ...reactions,
  ...links,
  ...linkGrants,
  ...pauses,
  ...mirrors,
  ...reactionMirrors,
  ...inbox,
  ...slackPeople,
  ...deadLetters,
];
