import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppearanceOf } from '../../../../../data/names.ts';
import type { Reactions } from '../../../../../data/reactions.ts';

/** The reactions to a room's messages, and whose they are. */
export type Reacting = {
  readonly reactions: Reactions;
  readonly appearance: AppearanceOf;
  readonly uid: string;
};

export const InReactions = createContext<Reacting | undefined>(undefined);

/** Nothing, where a list of messages is shown without any. */
export const useReacting = (): Reacting | undefined => useContext(InReactions);
