import type { Fields } from '#model/effect.ts';
import { sceneWith } from '../matrix/scene.ts';
import type { Case, Principal, Request } from '../wire/index.ts';

/** Documents that are otherwise than in the scene; what is not there is `undefined`. */
export type Over = Readonly<Record<string, Fields | undefined>>;

/** Something at the edge of what is allowed: `name` says on which side of it, and `may` whether that side is allowed. */
export type Edge = readonly [name: string, may: boolean, as: Principal, ask: Request, over?: Over];

/** The edges of one collection as cases. */
export const edges = (about: string, rows: readonly Edge[]): Case[] =>
  rows.map(([name, may, as, ask, over]) => ({ name, about, as, given: sceneWith(over), ask, may }));
