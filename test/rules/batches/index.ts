import type { Case } from '../wire/index.ts';
import { halves } from './halves.ts';
import { reads } from './reads.ts';
import { together } from './together.ts';

/** Requests that write more than one document. */
export const BATCHES: readonly Case[] = [...together, ...halves, ...reads];
