import type { Case } from '../wire/index.ts';
import { inbox } from './inbox.ts';
import { links } from './links.ts';
import { type Machine, movesOf } from './machine.ts';
import { messages } from './messages.ts';
import { mirrors } from './mirrors.ts';
import { reactionMirrors } from './reaction-mirrors.ts';
import { reactions } from './reactions.ts';
import { rooms } from './rooms.ts';

/** Every document that has states. */
export const MACHINES: readonly Machine[] = [
  ...rooms,
  ...messages,
  ...reactions,
  ...links,
  ...mirrors,
  ...reactionMirrors,
  ...inbox,
];

/** Every move of each of them, by everybody. */
export const MOVES: readonly Case[] = MACHINES.flatMap(movesOf);
