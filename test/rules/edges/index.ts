import type { Case } from '../wire/index.ts';
import { below } from './below.ts';
import { feltEdges } from './felt.ts';
import { keepingEdges } from './keeping.ts';
import { leaseEdges } from './leases.ts';
import { linkGrantEdges } from './link-grants.ts';
import { linkEdges } from './links.ts';
import { markingEdges } from './marking.ts';
import { memberEdges } from './members.ts';
import { messageEdges } from './messages.ts';
import { partEdges } from './parts.ts';
import { pauseEdges } from './pauses.ts';
import { reactionEdges } from './reactions.ts';
import { replyEdges } from './replies.ts';
import { roomEdges } from './rooms.ts';
import { showingEdges } from './showing.ts';
import { slackEdges } from './slack.ts';
import { who } from './who.ts';

/** What lies just inside and just outside of a limit, and what only somebody would ask who looks for a gap. */
export const EDGES: readonly Case[] = [
  ...roomEdges,
  ...memberEdges,
  ...messageEdges,
  ...replyEdges,
  ...slackEdges,
  ...reactionEdges,
  ...linkEdges,
  ...linkGrantEdges,
  ...pauseEdges,
  ...markingEdges,
  ...showingEdges,
  ...leaseEdges,
  ...partEdges,
  ...feltEdges,
  ...keepingEdges,
  ...who,
  ...below,
];
