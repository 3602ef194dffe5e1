import type { Case } from '../wire/index.ts';
import { below } from './below.ts';
import { memberEdges } from './members.ts';
import { messageEdges } from './messages.ts';
import { reactionEdges } from './reactions.ts';
import { relayEdges } from './relay.ts';
import { roomEdges } from './rooms.ts';
import { who } from './who.ts';

/** What lies just inside and just outside of a limit, and what only somebody would ask who looks for a gap. */
export const EDGES: readonly Case[] = [
  ...roomEdges,
  ...memberEdges,
  ...messageEdges,
  ...reactionEdges,
  ...relayEdges,
  ...who,
  ...below,
];
